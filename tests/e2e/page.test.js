// The page round the demonstration.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRequire } from 'node:module';
import { SEVEN, setUp, until, visit } from './person.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

setUp();

describe('the page', () => {
  for (const width of [360, 768, 1280]) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      test(`nothing sticks out at ${width} pixels, ${colorScheme}`, () =>
        visit(
          async (person) => {
            const widest = () => person.page.evaluate(() => document.documentElement.scrollWidth);
            assert.equal(await widest(), width, 'blank');
            await person.sample(2);
            await person.setAngle(37);
            await person.predict();
            await person.reads(person.demo.locator('.leftover .number').last(), /\d/);
            assert.equal(await widest(), width, 'with everything shown');
          },
          { context: { viewport: { width, height: 800 }, colorScheme } },
        ));
    }
  }

  test('a link brings the drawing back', () =>
    visit(
      async (person) => {
        await person.sample(6);
        await person.setAngle(90);
        const { page } = person;
        await page.getByRole('button', { name: 'Copy link' }).click();
        await until(() => /#a=90&s=/.test(page.url()), 'the link');
        const link = page.url();
        const before = await person.strokes();
        await page.goto('about:blank');
        await page.goto(link);
        const strokes = await person.strokes();
        assert.equal(strokes.length, before.length);
        assert.equal(await person.angle(), 90);
        const [first, kept] = [before[0][0], strokes[0][0]];
        assert(Math.hypot(first.x - kept.x, first.y - kept.y) < 1e-3);
      },
      { context: { permissions: ['clipboard-read', 'clipboard-write'] } },
    ));

  test('a link opened over a drawing can be undone', () =>
    visit(async (person) => {
      await person.drawWithMouse(SEVEN);
      const drawn = await person.strokes();
      await person.page.evaluate(() => (location.hash = 'a=0&s=AAAAgggg'));
      await until(async () => (await person.strokes())[0]?.length !== drawn[0].length, 'the link');
      await person.button('Undo').click();
      assert.deepEqual(await person.strokes(), drawn);
    }));

  test('a broken link does no harm', () =>
    visit(async (person) => {
      for (const hash of [
        '#a=NaN&s=AAA',
        '#s=%00',
        '#a=1e999&s=AAAA.',
        `#s=${'A'.repeat(90000)}`,
        '#%',
      ]) {
        await person.page.evaluate((h) => (location.hash = h), hash);
      }
      await person
        .button('Clear')
        .click({ force: true, timeout: 1000 })
        .catch(() => {});
      await person.sample(7);
      assert.equal((await person.predict())?.digit, 7);
    }));

  test('a picture can be saved', () =>
    visit(async (person) => {
      await person.sample(7);
      const downloading = person.page.waitForEvent('download');
      await person.page.getByRole('button', { name: 'Save picture' }).click();
      const download = await downloading;
      assert.equal(download.suggestedFilename(), 'gsa-net.png');
      const chunks = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
      assert(bytes.length > 5000, `${bytes.length} bytes`);
    }));

  test('every control has a name and can be reached with Tab', () =>
    visit(async (person) => {
      await person.sample(7);
      await person.predict();
      await person.page.evaluate(() => window.scrollTo(0, 0));
      await person.page.locator('#theme').focus();
      const reached = new Set();
      for (let i = 0; i < 40; i++) {
        await person.page.keyboard.press('Tab');
        const name = await person.page.evaluate(() => {
          const inside = document.activeElement?.shadowRoot?.activeElement;
          const element = inside ?? document.activeElement;
          const outline = element && getComputedStyle(element).outlineStyle;
          if (inside && outline === 'none') return `no focus ring: ${inside.className}`;
          return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
        });
        assert.doesNotMatch(name, /^no focus ring/);
        reached.add(name.split(',')[0]);
      }
      for (const name of [
        'Drawing pad',
        'Turn the drawing',
        'Undo',
        'Clear',
        'Once round',
        'Next channel',
      ]) {
        assert(reached.has(name), `${name} is reached; were: ${[...reached].join(' | ')}`);
      }
      for (let digit = 0; digit < 10; digit++) assert(reached.has(`Sample ${digit}`));
    }));

  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`axe finds nothing that keeps people out, ${colorScheme}`, () =>
      visit(
        async (person) => {
          const { page } = person;
          await page.addScriptTag({ path: axePath });
          const look = () =>
            page.evaluate(async () => {
              const { violations } = await window.axe.run(document);
              return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
            });
          assert.deepEqual(await look(), [], 'blank');
          await person.sample(2);
          await person.setAngle(45);
          await person.predict();
          await until(
            async () =>
              / of /.test((await person.panel('other').locator('.count').textContent()) ?? ''),
            'answers',
          );
          assert.deepEqual(await look(), [], 'with answers');
        },
        { context: { colorScheme, reducedMotion: 'reduce' } },
      ));
  }

  test('the answer is read out once it stands, not at each of its changes', () =>
    visit(async (person) => {
      await person.ready();
      await person.demo.evaluate((demo) => {
        const live = demo.shadowRoot?.querySelector('[aria-live]');
        Object.assign(window, { said: [] });
        new MutationObserver(() => window.said.push(live?.textContent)).observe(
          /** @type {Node} */ (live),
          { childList: true },
        );
      });
      await person.drawWithMouse(SEVEN);
      await until(
        () => person.page.evaluate(() => window.said.length > 0),
        'the answer to be read',
      );
      const said = await person.page.evaluate(() => window.said);
      assert.equal(said.length, 1);
      assert.match(
        String(said[0]),
        /^Built to turn reads 7, [\w ]+ percent; ordinary reads \d, [\w ]+ percent\.$/,
      );
    }));

  test('colours can be chosen, and the choice is kept', () =>
    visit(async ({ page }) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await ground();
      await page.locator('#theme').click();
      assert.equal(await ground(), light);
      await page.locator('#theme').click();
      const dark = await ground();
      assert.notEqual(dark, light);
      await page.reload();
      assert.equal(await ground(), dark);
    }));
});

describe('the opening', () => {
  test('stands with a digit, turns once by itself and rests where the networks differ', () =>
    visit(
      async (person) => {
        assert.equal((await person.predict())?.digit, 3);
        await until(async () => (await person.angle()) > 200, 'it to turn');
        await until(async () => (await person.angle()) === 90, 'it to rest', 30000);
        const [main, other] = await person.predictions();
        assert.equal(main.digit, 3);
        assert.notEqual(other.digit, 3);
      },
      { opening: true },
    ));

  test('ends with whatever a person does', () =>
    visit(
      async (person) => {
        await until(async () => (await person.angle()) > 20, 'it to turn');
        await person.page.mouse.move(640, 880);
        await person.page.mouse.down();
        const angle = await person.angle();
        await new Promise((done) => setTimeout(done, 400));
        assert.equal(await person.angle(), angle);
      },
      { opening: true },
    ));

  test('gives way to what one draws, which undo takes back', () =>
    visit(
      async (person) => {
        const before = await person.strokes();
        assert(before.length > 0);
        await person.drawWithMouse(SEVEN);
        assert.equal((await person.strokes()).length, 1, 'the first stroke takes its place');
        await new Promise((done) => setTimeout(done, 1500));
        assert.equal((await person.predict())?.digit, 7);
        await person.button('Undo').click();
        await person.button('Undo').click();
        assert.deepEqual(await person.strokes(), before);
      },
      { opening: true },
    ));

  test('without motion stands at rest', () =>
    visit(
      async (person) => {
        await until(async () => (await person.angle()) === 90, 'it to stand there');
      },
      { opening: true, context: { reducedMotion: 'reduce' } },
    ));
});
