// Angles in degrees, counter-clockwise.

/** An angle in [0, 360). @param {number} degrees */
export function normalise(degrees) {
  const rest = degrees % 360;
  const turned = rest < 0 ? rest + 360 : rest;
  return turned === 360 ? 0 : turned + 0;
}

/** Near a quarter turn, where equivariance is exact, what is dragged holds on to it. */
const HOLD_DEGREES = 3;

/** An angle that is pointed at: a quarter turn, where one is near. @param {number} degrees @returns {number} in [0, 360) */
export function heldAtQuarter(degrees) {
  const quarter = Math.round(degrees / 90) * 90;
  const held = Math.abs(degrees - quarter) <= HOLD_DEGREES ? quarter : degrees;
  return normalise(Math.round(held * 10) / 10);
}
