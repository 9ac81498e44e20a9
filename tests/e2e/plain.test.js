// Browsers without SIMD, from before 2023: V8 has none where it is told that the processor lacks SSE 4.1.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CLOSED } from './server.js';
import { CLEAR, pageWith, setUp, until, visit } from './person.js';

/** @import { Page } from 'playwright-core' */

setUp(['--js-flags=--no-enable-sse4-1']);

const skip =
  process.arch !== 'x64' && 'a processor with SSE can be told to do without, this one can’t';

/** Notes which files of the engine are fetched. @param {Page} page @param {string[]} fetched */
async function watch(page, fetched) {
  page.context().on('request', (request) => {
    const [name] = /(plain\/)?gsa_net(_bg)?\.\w+$/.exec(new URL(request.url()).pathname) ?? [];
    if (name) fetched.push(name);
  });
}

describe('without SIMD', { skip }, () => {
  /** @type {string[]} */
  const fetched = [];

  test('both networks answer, the equivariant one the same at every quarter turn', () =>
    visit(
      async (person) => {
        await person.ready();
        for (const digit of CLEAR) {
          await person.sample(digit);
          await person.setAngle(0);
          const upright = (await person.predictions())[0];
          assert.equal(upright.digit, digit);
          assert.equal(upright.probabilities.length, 10);
          await person.setAngle(90);
          const [main, other] = await person.predictions();
          assert.equal(other.model, 'z2_sa_upright');
          for (const [i, probability] of main.probabilities.entries()) {
            assert(Math.abs(probability - upright.probabilities[i]) < 1e-5, `${digit}: ${i}`);
          }
        }
        await person.reads(person.demo.locator('.card.main .verdict'), 'only rounding');
        await person.reads(person.demo.locator('.badge-more'), /WebAssembly without SIMD/);
        // Each worker imports the JavaScript; the wasm is handed on as it is compiled.
        assert.deepEqual([...new Set(fetched)].sort(), [
          'plain/gsa_net.js',
          'plain/gsa_net_bg.wasm',
        ]);
        assert.equal(fetched.filter((name) => name.endsWith('.wasm')).length, 1);
      },
      { prepare: (page) => watch(page, fetched) },
    ));

  test('the one plain script, which has the engine with SIMD alone, says so', () =>
    visit(
      async (person) => {
        const alert = person.demo.getByRole('alert');
        await until(() => alert.isVisible(), 'the message');
        await person.reads(alert, /has no SIMD/);
      },
      {
        url: pageWith(
          `<gsa-demo></gsa-demo><script src="${CLOSED}standalone.js"></script>`,
          {},
          '',
        ),
      },
    ));
});
