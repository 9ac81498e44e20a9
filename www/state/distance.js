// How far numbers are from what they should be.

/** ‖found − right‖ as a share of ‖right‖. @param {ArrayLike<number>} found @param {ArrayLike<number>} right */
export function off(found, right) {
  const rest = Array.from(right, (value, i) => found[i] - value);
  const distance = Math.hypot(...rest);
  // What is right of nothing is right.
  return distance === 0 ? 0 : distance / Math.hypot(...Array.from(right));
}
