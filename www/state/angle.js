// Angles in degrees, counter-clockwise.

/** An angle in [0, 360). @param {number} degrees */
export function normalise(degrees) {
  const rest = degrees % 360;
  const turned = rest < 0 ? rest + 360 : rest;
  return turned === 360 ? 0 : turned + 0;
}

/** Near a quarter turn, where equivariance is exact, the hand holds on to it. */
const HOLD_DEGREES = 3;

/** The quarter turn that an angle is held at, or null. @param {number} degrees */
export function quarterNear(degrees) {
  const quarter = Math.round(degrees / 90) * 90;
  return Math.abs(degrees - quarter) <= HOLD_DEGREES ? quarter : null;
}
