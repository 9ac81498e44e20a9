// Pages that require Trusted Types take no text for markup but what a policy vouches for. All markup here is written in the sources:
// what users hand in is set as text.

/** By this name a page allows it: `trusted-types gsa-net gsa-net-worker`. */
const NAME = 'gsa-net';

/** @type {{ createHTML(text: string): string } | null | undefined} */
let policy;

/** @returns {NonNullable<typeof policy> | null} */
function makePolicy() {
  const factory = /** @type {any} */ (globalThis).trustedTypes;
  if (!factory) return null;
  try {
    return factory.createPolicy(NAME, { createHTML: (/** @type {string} */ text) => text });
  } catch {
    // Not allowed, or made already by another copy. Where nothing requires it, text will do.
    return null;
  }
}

/** @param {string} html  of the sources @returns {string} what may be set as markup */
export function trusted(html) {
  if (policy === undefined) policy = makePolicy();
  return policy?.createHTML(html) ?? html;
}
