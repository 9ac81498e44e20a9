import { chromium } from 'playwright-core';
process.env.GSA_PKG = '/tmp/stage-group-size';
const { serve, PREFIX } = await import('./tests/e2e/server.js');
const site = await serve();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const jobs = JSON.parse(process.argv[2]);
for (const { w, h, scheme, name, size, angle = 0, all, forced } of jobs) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme ?? 'light', forcedColors: forced ? 'active' : 'none' });
  context.setDefaultTimeout(120000);
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log(name, 'ERR', e.message)); page.on('console', (m) => ['error','warning'].includes(m.type()) && console.log(name, m.text()));
  const path = `/p-${name}.html`;
  site.pages.set(path, { body: `<!doctype html><meta name=viewport content="width=device-width"><meta charset=utf-8><style>body{margin:12px;background:${scheme==='dark'?'#131417':'#faf9f5'}}</style><script type=module src="${PREFIX}define.js"></script><gsa-figure name="group-size"></gsa-figure><div style="height:40px"></div><gsa-demo view="compact" sample="4" angle="${angle}" networks="r4_sa" engine="cpu"></gsa-demo>` });
  await page.goto(site.origin + path);
  const figure = page.locator('gsa-figure');
  await page.waitForFunction(() => document.querySelector('gsa-figure').getAttribute('state') === 'ready', null, { timeout: 120000 }).catch(() => console.log(name, 'not ready'));
  if (size) { await figure.getByRole('radio', { name: new RegExp(`^${size} rotation`) }).check({ force: true }); await page.waitForTimeout(2500); }
  if (all) { await figure.getByRole('button', { name: /^Ask/ }).click(); await page.waitForTimeout(all); }
  console.log(name, JSON.stringify(await figure.evaluate(async (e) => (await e.table()).rows)), 'overflow', await page.evaluate(() => document.documentElement.scrollWidth > innerWidth));
  await figure.screenshot({ path: `/tmp/gs-shots/${name}.png` });
  await context.close();
}
await browser.close(); await site.close();
