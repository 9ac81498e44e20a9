// Angles in degrees, counter-clockwise.

/** An angle in [0, 360). @param {number} degrees */
export function normalise(degrees) {
  const rest = degrees % 360;
  const turned = rest < 0 ? rest + 360 : rest;
  return turned === 360 ? 0 : turned + 0;
}

/** The quarter turn shown for an angle: the nearest, but not none at all. @param {number} angle */
export function quarterFor(angle) {
  return Math.round(angle / 90) % 4 || 1;
}
