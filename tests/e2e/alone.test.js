// Each figure in a blog post: one line, nothing else on the page, and the package on another server.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NAMES } from '../../www/views/figures.js';
import { OF_NO_DRAWING } from '../../www/state/figures.js';
import { pageWith, setUp, until, visit } from './person.js';
import { serve } from './server.js';

/** @import { GsaFigure } from '../../www/figure.js' */
/** @import { Site } from './server.js' */

setUp();

/** @type {Site} */
let other;
before(async () => {
  other = await serve();
});
after(() => other?.close());

/** Colours and size of a picture. @param {Blob} blob */
async function looks(blob) {
  const image = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return { colours: new Set(new Uint32Array(data.buffer)).size, width: image.width };
}

describe('alone on a page of another origin', () => {
  for (const name of NAMES) {
    test(`${name} is ready, with a picture and a table`, () =>
      visit(
        async ({ page }) => {
          assert.notEqual(new URL(page.url()).origin, other.origin);
          const figure = page.locator('gsa-figure');
          await until(
            async () => (await figure.getAttribute('state')) === 'ready',
            `${name} to be ready`,
            240000,
          );
          const found = await figure.evaluate(async (element, source) => {
            const figure = /** @type {GsaFigure} */ (element);
            const looks = new Function(`return ${source}`)();
            const { columns, rows } = await figure.table();
            const { width, height } = figure.getBoundingClientRect();
            return {
              columns,
              rows,
              ...(await looks(await figure.toBlob())),
              size: [width, height],
            };
          }, looks.toString());
          assert(found.rows.length > 0, 'a table');
          assert(
            found.rows.every((/** @type {unknown[]} */ row) => row.length === found.columns.length),
          );
          assert(found.width > 200 && found.colours > 20, `a picture: ${found.colours} colours`);
          const [, height] = found.size;
          assert(height > 150, `it has room: ${height}`);
          assert.equal(
            await figure.locator('[part=pad]').count(),
            OF_NO_DRAWING.includes(name) ? 0 : 1,
            'its own pad, where it is of a drawing',
          );
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert(wide <= 720, `${wide} pixels wide`);
        },
        {
          url: pageWith(
            `<gsa-figure name="${name}"></gsa-figure>`,
            {},
            `<script type="module" src="${other.url}define.js"></script>`,
          ),
          hosts: [new URL(other.origin).host],
          context: { viewport: { width: 720, height: 900 } },
        },
      ));
  }
});
