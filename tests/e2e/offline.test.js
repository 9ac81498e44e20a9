// The page without a network, after the first visit, and with a new build.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writeServiceWorker } from '../../xtask/assets/offline.mjs';
import { PACKAGE, serve } from './server.js';
import { SEVEN, pageWith, setUp, until, visit } from './person.js';

/** @import { Page } from 'playwright-core' */

setUp();

const WWW = fileURLToPath(new URL('../../www/', import.meta.url));
const allowed = /** @type {const} */ ({ serviceWorkers: 'allow' });

/** Until the page can do without a network. @param {Page} page @param {boolean} [withLate]  and what is loaded late is there too */
async function kept(page, withLate = false) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await until(
    () => page.evaluate(() => navigator.serviceWorker.controller !== null),
    'the service worker to take over',
  );
  if (!withLate) return;
  const isPart = (/** @type {string | undefined} */ name) => /-[0-9A-Z]{8}\.js$/.test(name ?? '');
  const parts = (await readdir(PACKAGE)).filter(isPart);
  const isFilled = async () =>
    (await caches(page)).some(({ files }) => files.filter(isPart).length === parts.length);
  await until(isFilled, 'what is loaded late to be kept too', 60000);
}

/** What the page keeps, by cache. @param {Page} page */
function caches(page) {
  return page.evaluate(async () => {
    const names = await globalThis.caches.keys();
    return Promise.all(
      names.map(async (name) => {
        const cache = await globalThis.caches.open(name);
        return { name, files: (await cache.keys()).map(({ url }) => url.split('/').pop()) };
      }),
    );
  });
}

describe('offline', () => {
  test('after the first visit one draws, turns and is answered', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await kept(page, true);
        await page.context().setOffline(true);
        await page.reload();
        await person.drawWithMouse(SEVEN);
        await person.setAngle(90);
        const [main] = await person.predictions();
        assert.equal(main.digit, 7);
        const [{ files }] = await caches(page);
        assert(files.includes('worker.js') && files.includes('index.html'), files.join());
        assert(!files.includes('standalone.js'), 'nothing is kept that no page asks for');
      },
      { context: allowed },
    ));

  test('a network chosen once is there too', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await kept(page, true);
        const choose = async () => {
          await person.demo.evaluate((demo) => demo.setAttribute('compare', 'r4_sa'));
          await person.ready();
          await person.sample(7);
          const predictions = await person.predictions();
          assert.equal(predictions.length, 2);
        };
        await choose();
        await page.context().setOffline(true);
        await page.reload();
        await choose();
      },
      { context: allowed },
    ));

  test('an element on another page brings no service worker', () =>
    visit(
      async (person) => {
        await person.ready();
        const registrations = await person.page.evaluate(async () => {
          const found = await navigator.serviceWorker.getRegistrations();
          return found.length;
        });
        assert.equal(registrations, 0);
      },
      { url: pageWith('<gsa-demo></gsa-demo>'), context: allowed },
    ));

  test('a new build is taken at a next visit, whole, and the former one goes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gsa-offline-'));
    await cp(PACKAGE, folder, { recursive: true });
    const site = await serve(folder);
    try {
      await visit(
        async ({ page }) => {
          await kept(page);
          const [before] = await caches(page);
          for (const name of ['index.html', 'page.css']) {
            const text = await readFile(join(folder, name), 'utf8');
            await writeFile(join(folder, name), `${text}\n<!-- /* newer */ -->`);
          }
          await writeServiceWorker(WWW, folder);
          /** Whether the page and its style are of the new build. */
          const areNew = () =>
            page.evaluate(async () => {
              const texts = ['./index.html', './page.css'].map(async (name) =>
                (await (await fetch(name)).text()).includes('newer'),
              );
              return (await Promise.all(texts)).join();
            });
          await page.reload();
          await until(
            () =>
              page.evaluate(async () => {
                const registration = await navigator.serviceWorker.getRegistration();
                return registration?.waiting?.state === 'installed';
              }),
            'the new build to be there',
          );
          assert.equal(await areNew(), 'false,false', 'the visit goes on with what it began with');
          await page.reload();
          // The page goes once more, from the former build to the new one.
          const isThere = async () => (await areNew().catch(() => '')) === 'true,true';
          await until(isThere, 'the new build');
          await until(async () => (await caches(page)).length === 1, 'the former build to go');
          const [after] = await caches(page);
          assert.notEqual(after.name, before.name);
        },
        { url: site.url, context: allowed },
      );
    } finally {
      await site.close();
      await rm(folder, { recursive: true });
    }
  });
});
