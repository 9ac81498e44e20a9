// What axe finds that keeps people out.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

/** @import { Page } from 'playwright-core' */

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** @param {Page} page */
export async function axeFindsNothing(page) {
  await page.addScriptTag({ path: axePath });
  const found = await page.evaluate(async () => {
    // @ts-ignore: axe-core puts itself there.
    const { violations } = await window.axe.run(document);
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(found, []);
}
