// A drawing of vectors as a file that looks the same without its page, and painted on a canvas without a way through an image, which
// a page's policy may forbid.

/** What decides how a shape looks. */
const LOOK = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-opacity', 'opacity', 'visibility', 'paint-order', 'font-size'],
  ...['font-weight', 'font-family', 'text-anchor', 'dominant-baseline'],
];

/**
 * A file of its own, with every style in its place.
 *
 * @param {SVGSVGElement} svg  as it is shown
 * @param {{ ground: string, size: number, title: string }} how  the colour behind it, its width, and what it shows
 */
export function fileOf(svg, { ground, size, title }) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const [shown, copied] = [svg, copy].map((root) => [...root.querySelectorAll('*')]);
  for (const [i, element] of shown.entries()) dress(element, copied[i]);
  for (const name of ['role', 'aria-label', 'aria-hidden']) copy.removeAttribute(name);
  const box = svg.viewBox.baseVal;
  const isBoxed = box && box.width > 0;
  const { x, y } = isBoxed ? box : { x: 0, y: 0 };
  const { width, height } = isBoxed ? box : svg.getBoundingClientRect();
  copy.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(size));
  copy.setAttribute('height', String(Math.round((size * height) / width)));
  const [name, back] = ['title', 'rect'].map((tag) =>
    document.createElementNS(svg.namespaceURI, tag),
  );
  name.textContent = title;
  for (const [key, value] of Object.entries({ x, y, width, height, fill: ground })) {
    back.setAttribute(key, String(value));
  }
  copy.prepend(name, back);
  return new XMLSerializer().serializeToString(copy);
}

/** @param {Element} shown @param {Element} copy */
function dress(shown, copy) {
  const style = getComputedStyle(shown);
  if (style.display === 'none') {
    copy.setAttribute('display', 'none');
    return;
  }
  for (const name of LOOK) {
    const value = style.getPropertyValue(name);
    if (value) copy.setAttribute(name, value);
  }
  // A radius may come from the style too.
  if (shown.localName === 'circle') copy.setAttribute('r', String(parseFloat(style.r) || 0));
  copy.removeAttribute('class');
}

/**
 * Paints circles, lines, paths and text as they are shown.
 *
 * @param {CanvasRenderingContext2D} context  in units of the page's pixels
 * @param {SVGSVGElement} svg
 * @param {{ x: number, y: number }} origin  on the screen, of what is painted
 */
export function paintVectors(context, svg, origin) {
  for (const element of svg.querySelectorAll('circle, line, path, text')) {
    const shape = /** @type {SVGGraphicsElement} */ (element);
    const [style, matrix] = [getComputedStyle(shape), shape.getScreenCTM()];
    if (!matrix || style.visibility === 'hidden' || style.display === 'none') continue;
    context.save();
    context.translate(-origin.x, -origin.y);
    context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
    const opacity = opacityOf(shape, svg);
    /** @param {'fill' | 'stroke'} kind @param {(colour: string) => void} paint */
    const lay = (kind, paint) => {
      const colour = style.getPropertyValue(kind);
      if (colour === 'none') return;
      context.globalAlpha = opacity * Number(style.getPropertyValue(`${kind}-opacity`) || 1);
      context.fillStyle = context.strokeStyle = colour;
      paint(colour);
    };
    context.lineWidth = parseFloat(style.strokeWidth) || 0;
    context.lineCap = /** @type {CanvasLineCap} */ (style.strokeLinecap);
    context.lineJoin = /** @type {CanvasLineJoin} */ (style.strokeLinejoin);
    const dashes = style.strokeDasharray.split(/[\s,]+/).map(parseFloat);
    context.setLineDash(dashes.every(Number.isFinite) ? dashes : []);
    if (shape.localName === 'text')
      paintText(context, /** @type {SVGTextElement} */ (shape), style, lay);
    else {
      const path = pathOf(shape, style);
      lay('fill', () => context.fill(path));
      lay('stroke', () => context.stroke(path));
    }
    context.restore();
  }
}

/** Of a shape and of all that it is in. @param {Element} shape @param {Element} root */
function opacityOf(shape, root) {
  let opacity = 1;
  /** @type {Element | null} */
  let at = shape;
  while (at) {
    opacity *= Number(getComputedStyle(at).opacity);
    at = at === root ? null : at.parentElement;
  }
  return opacity;
}

/** @param {Element} shape @param {CSSStyleDeclaration} style @returns {Path2D} */
function pathOf(shape, style) {
  /** @param {string} name */
  const number = (name) => Number(shape.getAttribute(name) ?? 0);
  if (shape.localName === 'path') return new Path2D(shape.getAttribute('d') ?? '');
  const path = new Path2D();
  if (shape.localName === 'circle') {
    const radius = parseFloat(style.r) || number('r');
    path.arc(number('cx'), number('cy'), radius, 0, 2 * Math.PI);
  } else {
    path.moveTo(number('x1'), number('y1'));
    path.lineTo(number('x2'), number('y2'));
  }
  return path;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {SVGTextElement} shape
 * @param {CSSStyleDeclaration} style
 * @param {(kind: 'fill' | 'stroke', paint: () => void) => void} lay
 */
function paintText(context, shape, style, lay) {
  const [x, y] = ['x', 'y'].map((name) => Number(shape.getAttribute(name) ?? 0));
  const text = shape.textContent ?? '';
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = style.textAnchor === 'middle' ? 'center' : 'left';
  context.textBaseline = style.dominantBaseline === 'central' ? 'middle' : 'alphabetic';
  // The ground round a letter lies behind it.
  lay('stroke', () => context.strokeText(text, x, y));
  lay('fill', () => context.fillText(text, x, y));
}
