// Canvases as sharp as the screen.

/**
 * Sizes a canvas to its place on the screen and clears it.
 *
 * @param {HTMLCanvasElement} canvas
 * @returns {{ context: CanvasRenderingContext2D, size: number } | null} null while it is not shown
 */
export function fitCanvas(canvas) {
  const width = canvas.clientWidth;
  const context = canvas.getContext('2d');
  if (width === 0 || !context) return null;
  const size = Math.round(width * Math.min(3, devicePixelRatio || 1));
  if (canvas.width !== size || canvas.height !== size) canvas.width = canvas.height = size;
  else context.clearRect(0, 0, size, size);
  return { context, size };
}

/** @type {WeakMap<CanvasRenderingContext2D, HTMLCanvasElement>} */
const scratches = new WeakMap();

/**
 * Draws pixels as crisp squares into a square of another canvas.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {ImageData} image
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
export function drawPixels(context, image, x, y, size) {
  let scratch = scratches.get(context);
  if (!scratch) scratches.set(context, (scratch = document.createElement('canvas')));
  scratch.width = image.width;
  scratch.height = image.height;
  scratch.getContext('2d')?.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(scratch, x, y, size, size);
}

/**
 * Grey pixels, light on dark as the network gets them.
 *
 * @param {Float32Array} grey  0..1, square
 */
export function paintGrey(grey) {
  const side = Math.sqrt(grey.length);
  const image = new ImageData(side, side);
  for (let i = 0; i < grey.length; i++) {
    const value = Math.round(255 * Math.min(1, Math.max(0, grey[i])));
    image.data.set([value, value, value, 255], 4 * i);
  }
  return image;
}
