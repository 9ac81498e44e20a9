// The picture that stands beside a shared link, 1200 × 630, made from the page itself: node share_image.mjs [PACKAGE]
// Writes www/page/share.png: the page as for a class, at rest at a quarter turn. Chromium is looked for as in the tests.

import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../tests/e2e/server.js';

const target = fileURLToPath(new URL('../../www/page/share.png', import.meta.url));
const site = await serve(process.argv[2]);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 630 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(`${site.url}?view=class`);
  await page.waitForFunction(() => document.documentElement.dataset.shows);
  await page.keyboard.press('h');
  await page.addStyleTag({ content: '.lesson-bar, .lesson-edge { visibility: hidden }' });
  const demo = page.locator('gsa-demo');
  await demo.evaluate((element) => element.predict());
  // All angles have been asked, and the drawing rests.
  await demo.locator('.panel.main .count', { hasText: ' of 72' }).waitFor({ timeout: 60000 });
  await demo.locator('.panel.other .count', { hasText: ' of 72' }).waitFor({ timeout: 60000 });
  await page.waitForFunction(() => document.querySelector('gsa-demo').angle === 90);
  await page.screenshot({ path: target });
} finally {
  await browser.close();
  await site.close();
}
