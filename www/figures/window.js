// What figures draw in the cells of a window: how dark the digit is there, what is no pixel, and shares as squares.

/** Paper to ink, so pale that a square shows on both. @param {number} value @param {boolean} dark */
export function shade(value, dark) {
  const [from, to] = dark ? [27, 92] : [255, 188];
  const level = Math.round(from + (to - from) * Math.min(1, Math.max(0, value)));
  return `rgb(${level}, ${level}, ${level})`;
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} cell @param {string} colour @param {number} line */
export function hatch(context, x, y, cell, colour, line) {
  context.save();
  context.beginPath();
  context.rect(x, y, cell, cell);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = line;
  context.beginPath();
  for (let at = -cell; at < cell; at += Math.max(3 * line, cell / 4)) {
    context.moveTo(x + at, y + cell);
    context.lineTo(x + at + cell, y);
  }
  context.stroke();
  context.restore();
}

/** @param {{ x: number, y: number, cell: number, count: number }} cells @param {number[]} shares @param {number} most @param {(x: number, y: number, side: number) => void} paint */
export function paintSquares({ x, y, cell, count }, shares, most, paint) {
  shares.forEach((share, k) => {
    const side = 0.94 * cell * Math.sqrt(share / most);
    if (!(side >= 1)) return;
    const [column, row] = [k % count, Math.floor(k / count)];
    paint(x + (column + 0.5) * cell - side / 2, y + (row + 0.5) * cell - side / 2, side);
  });
}
