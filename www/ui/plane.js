// Where a pointer is on an element that may be turned, scaled, mirrored or slanted with all that it stands in.

/** @typedef {{ x: number, y: number }} Place */

/** Corners from which the rest follows: the origin, and what lies across and down from it. */
const CORNERS = ['left:0;top:0', 'left:100%;top:0', 'left:0;top:100%'];

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
    const [origin, across, down] = this.#corners.map((corner) => corner.getBoundingClientRect());
    const [ax, ay] = [across.x - origin.x, across.y - origin.y];
    const [dx, dy] = [down.x - origin.x, down.y - origin.y];
    const area = ax * dy - ay * dx;
    if (!(Math.abs(area) > 0)) return null;
    return ({ clientX, clientY }) => {
      const [x, y] = [clientX - origin.x, clientY - origin.y];
      return { x: (x * dy - y * dx) / area, y: (ax * y - ay * x) / area };
    };
  }
}
