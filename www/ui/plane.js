// Where a pointer is on an element that may be turned, scaled, mirrored, slanted or seen from the side with all that it stands in.

import { whatIsBehind } from './scheme.js';

/** @typedef {{ x: number, y: number }} Place */

/** Corners from which the rest follows: the origin, what lies across and down from it, and what lies opposite. */
const CORNERS = ['left:0;top:0', 'left:100%;top:0', 'left:0;top:100%', 'left:100%;top:100%'];

/** @param {Place} a @param {Place} b */
function cross(a, b) {
  return a.x * b.y - a.y * b.x;
}

/** @param {Place} a @param {Place} b @param {number} [share]  of b @returns {Place} */
function minus(a, b, share = 1) {
  return { x: a.x - share * b.x, y: a.y - share * b.y };
}

/**
 * By how much what an element tells of its place is smaller than what events tell, since something behind it is zoomed: 1 in
 * browsers that know better.
 *
 * @param {Element} element
 */
function zoomOf(element) {
  if (element.currentCSSZoom !== undefined) return 1;
  const zooms = [element, ...whatIsBehind(element)].map((each) => getComputedStyle(each).zoom);
  return zooms.reduce((product, zoom) => product * (Number(zoom) || 1), 1);
}

export class Plane {
  #corners;

  /** @param {HTMLElement} element  that what stands in it is placed against */
  constructor(element) {
    // Boxes without a size lie at one point, which the browser tells as it is on the screen, whatever has been done to it.
    this.#corners = CORNERS.map((place) => {
      const corner = document.createElement('i');
      corner.style.cssText = `position:absolute;${place};width:0;height:0;pointer-events:none`;
      corner.ariaHidden = 'true';
      element.append(corner);
      return corner;
    });
  }

  /**
   * From places on the screen to places on the element, where (0, 0) is one corner and (1, 1) the other; null while it is not shown.
   *
   * @returns {((event: { clientX: number, clientY: number }) => Place) | null}
   */
  get map() {
    const zoom = zoomOf(this.#corners[0]);
    const [origin, ...others] = this.#corners.map((corner) => {
      const { x, y } = corner.getBoundingClientRect();
      return { x: zoom * x, y: zoom * y };
    });
    const [across, down, far] = others.map((corner) => minus(corner, origin));
    const [right, bottom] = [minus(far, across), minus(far, down)];
    const area = cross(right, bottom);
    if (!(Math.abs(area) > 0)) return null;
    // From the origin (x, y) is seen at (x a + y b) / (1 + g x + h y): what is farther away is smaller by that, and g = h = 0 elsewhere.
    const skew = minus(across, bottom);
    const [g, h] = [cross(skew, bottom) / area, cross(right, skew) / area];
    const [a, b] = [minus(across, across, -g), minus(down, down, -h)];
    return ({ clientX, clientY }) => {
      const p = minus({ x: clientX, y: clientY }, origin);
      const size = cross(minus(a, p, g), minus(b, p, h));
      return { x: cross(p, b) / size, y: cross(a, p) / size };
    };
  }
}
