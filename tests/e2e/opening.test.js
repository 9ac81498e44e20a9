// The first seconds: what was recorded with the package stands there before the networks do, and makes way for them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PREFIX } from './server.js';
import { SEVEN, difference, eventually, pageWith, setUp, until, visit } from './person.js';

/** @import { Page } from 'playwright-core' */
/** @import { GsaDemo } from '../../www/element.js' */
/** @import { Person } from './person.js' */

setUp();

const STILL = { reducedMotion: /** @type {const} */ ('reduce') };

/** Keeps the networks' files back until it is called. @param {Page} page */
function heldBack(page) {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((done) => (release = () => done(undefined)));
  const ready = page.context().route('**/*.safetensors', async (route) => {
    await released;
    await route.continue().catch(() => {}); // The page may be gone.
  });
  return { ready, release };
}

/** Opens a page whose networks do not come before `release` is called. @param {(person: Person, release: () => void) => Promise<void>} body @param {Parameters<typeof visit>[1] & { besides?: (page: Page) => Promise<unknown> }} [options] */
function visitHeldBack(body, { besides, ...options } = {}) {
  /** @type {() => void} */
  let release = () => {};
  return visit(
    async (person) => {
      try {
        await body(person, release);
      } finally {
        release();
      }
    },
    {
      opening: true,
      ...options,
      prepare: (page) => {
        const held = heldBack(page);
        ({ release } = held);
        return Promise.all([held.ready, besides?.(page)]);
      },
    },
  );
}

/** What is shown of each network. @param {Person} person */
async function shown(person) {
  const panels = [person.panel('main'), person.panel('other')];
  const texts = panels.map(async (panel) => ({
    digit: await panel.locator('.digit').textContent(),
    count: await panel.locator('.count').textContent(),
    time: await panel.locator('.time').textContent(),
  }));
  return Promise.all(texts);
}

/** @param {Person} person */
const tracks = (person) =>
  person.demo
    .locator('.tracks')
    .evaluate((tracks) => Array.from(tracks.querySelectorAll('path'), (path) => path.outerHTML));

describe('before the networks are there', () => {
  test('where motion is unwelcome, the end of the turn stands there: answers, all round, maps, and that they are recorded', () =>
    visitHeldBack(
      async (person, release) => {
        assert.equal(await person.angle(), 90);
        const [built, ordinary] = await shown(person);
        const sample = await person.page.locator('gsa-demo').getAttribute('sample');
        assert.equal(built.digit, sample);
        assert.notEqual(ordinary.digit, sample);
        assert.match(built.count ?? '', /72 of 72/);
        assert.match(ordinary.count ?? '', /^\d+ of 72/);
        assert.equal(built.time, 'recorded');
        await person.reads(person.demo.locator('.seen-row p'), /recorded/);
        await person.reads(person.demo.locator('.badge-text'), /Recorded/);
        const { maps, seen } = await eventually(async () => {
          const maps = await person.look(person.demo.locator('.card.main .ring'));
          const seen = await person.look(person.demo.locator('.seen'));
          assert(maps.colours > 20 && seen.colours > 4, `${maps.colours}, ${seen.colours} colours`);
          return { maps, seen };
        });
        const pictured = await tracks(person);
        const nothing = await person.demo.evaluate((element) => {
          const demo = /** @type {GsaDemo} */ (element);
          return { prediction: demo.prediction, all: demo.predictions };
        });
        assert.deepEqual(nothing, { prediction: null, all: [] });

        release();
        assert.equal(String((await person.predict())?.digit), built.digit);
        await person.reads(person.demo.locator('.seen-row p'), 'what they see');
        await until(
          async () => (await shown(person)).every(({ time }) => /ms$/.test(time ?? '')),
          'times of this machine',
        );
        // The live ones look the same: what was recorded was true.
        const live = await shown(person);
        assert.deepEqual(
          live.map(({ digit, count }) => [digit, count]),
          [built, ordinary].map(({ digit, count }) => [digit, count]),
        );
        assert.deepEqual(await tracks(person), pictured);
        await person.frames();
        const after = await person.look(person.demo.locator('.card.main .ring'));
        assert(difference(after.pixels, maps.pixels) < 1, 'the maps are the same to the eye');
        const saw = await person.look(person.demo.locator('.seen'));
        assert(difference(saw.pixels, seen.pixels) < 1);
      },
      { context: STILL },
    ));

  test('it turns by itself, the answers all round unfold with it, and it rests where they differ', () =>
    visitHeldBack(async (person) => {
      await until(async () => (await person.angle()) > 20, 'the turn to begin');
      assert((await person.demo.locator('.tracks .unasked').count()) > 0, 'not all is unfolded');
      await until(async () => (await person.angle()) === 90, 'the turn to end', 60000);
      await until(
        async () => (await person.demo.locator('.tracks .unasked').count()) === 0,
        'all to be unfolded',
      );
      const [built, ordinary] = await shown(person);
      assert.notEqual(built.digit, ordinary.digit);
      assert.equal(built.time, 'recorded');
    }));

  test('a press ends the turn, and all that was recorded is there', () =>
    visitHeldBack(async (person) => {
      await until(async () => (await person.angle()) > 20, 'the turn to begin');
      await person.page.mouse.click(2, 2);
      const angle = await person.angle();
      await until(
        async () => (await person.demo.locator('.tracks .unasked').count()) === 0,
        'all to be unfolded',
      );
      assert.equal(await person.angle(), angle);
    }));

  test('it can be turned by keys, and shows what was recorded there', () =>
    visitHeldBack(
      async (person) => {
        await person.knob.focus();
        await person.page.keyboard.press('Home');
        assert.equal(await person.angle(), 0);
        const [built, ordinary] = await shown(person);
        assert.equal(built.digit, ordinary.digit);
        assert.equal(ordinary.time, 'recorded');
      },
      { context: STILL },
    ));

  test('nothing recorded is shown of another drawing', () =>
    visitHeldBack(
      async (person, release) => {
        await person.drawWithMouse(SEVEN);
        for (const { digit, count, time } of await shown(person))
          assert.deepEqual([digit, count, time], ['–', '', '']);
        await person.reads(person.panel('main').locator('.blank'), 'One moment…');
        await person.reads(person.demo.locator('.seen-row p'), 'what they see');
        release();
        assert.equal((await person.predict())?.digit, 7);
      },
      { context: STILL },
    ));
});

/** Before anything of the page: notes who measures something of it before its first picture. */
function watchMeasuring() {
  /** @type {string[]} */
  const measured = [];
  Object.assign(globalThis, { measured });
  let watches = true;
  /** @param {object} on @param {string} name @param {'get' | 'value'} which @param {(of: any) => boolean} [counts] */
  const wrap = (on, name, which, counts = () => true) => {
    const before = /** @type {any} */ (Object.getOwnPropertyDescriptor(on, name));
    /** @this {unknown} */
    const noted = function (/** @type {any[]} */ ...args) {
      if (watches && counts(args[0])) measured.push(`${name}: ${new Error().stack}`);
      return before[which].apply(this, args);
    };
    Object.defineProperty(on, name, { ...before, [which]: noted });
  };
  for (const name of ['clientWidth', 'clientHeight', 'scrollHeight'])
    wrap(Element.prototype, name, 'get');
  for (const name of ['offsetWidth', 'offsetHeight']) wrap(HTMLElement.prototype, name, 'get');
  wrap(Element.prototype, 'getBoundingClientRect', 'value');
  // On what it stands may be asked, while there is nothing in it yet.
  const isThere = () => document.querySelector('gsa-demo')?.shadowRoot?.querySelector('.root');
  wrap(globalThis, 'getComputedStyle', 'value', () => !!isThere());
  customElements.whenDefined('gsa-demo').then(() => requestAnimationFrame(() => (watches = false)));
}

describe('the first picture', () => {
  test('is laid out once: nothing is measured while it is made', () =>
    visit(
      async (person) => {
        await person.demo.locator('.panel .digit').first().waitFor();
        const measured = await person.page.evaluate(() => /** @type {any} */ (globalThis).measured);
        assert.deepEqual(measured, []);
      },
      { opening: true, prepare: (page) => page.addInitScript(watchMeasuring) },
    ));

  test('needs neither the networks nor what stands below it, which says so and comes when it is tried again', () =>
    visitHeldBack(
      async (person) => {
        const word = person.demo.getByRole('alert').filter({ hasText: 'could not be loaded' });
        await until(async () => (await word.count()) === 1, 'a word');
        const [built, ordinary] = await shown(person);
        assert.deepEqual([built.time, ordinary.time], ['recorded', 'recorded']);
        assert.match(built.digit ?? '', /^\d$/);
        const ink = await person.look(person.demo.locator('.pad'));
        assert(ink.colours > 2, `${ink.colours} colours on the pad`);
        const reading = person.page.locator('.prose h2').first();
        await until(
          () => reading.evaluate((title) => title.checkVisibility({ contentVisibilityAuto: true })),
          'what is read not to wait for that',
        );
        await person.page.unroute(/below-/);
        await person.demo.locator('.top > .late button').click();
        await person.demo.locator('.card.main .ring').waitFor();
        assert.equal(await word.count(), 0);
        assert.equal(await person.demo.locator('.badge-text').count(), 1);
      },
      {
        context: STILL,
        expectErrors: /ERR_FAILED/,
        besides: (page) => page.route(/below-/, (route) => route.abort()),
      },
    ));
});

describe('in another page', () => {
  const opening = ['opening', 'define']
    .map((name) => `<script type="module" src="${PREFIX}${name}.js"></script>`)
    .join('');

  test('nothing is recorded, unless it asks for that', () =>
    visitHeldBack(
      async (person) => {
        await person.demo.locator('.panel .digit').first().waitFor();
        assert.deepEqual(
          (await shown(person)).map(({ digit }) => digit),
          ['–', '–'],
        );
      },
      { url: pageWith('<gsa-demo sample="7"></gsa-demo><gsa-demo sample="3"></gsa-demo>') },
    ));

  test('that imports opening.js, the sample of the recording opens with it, another one does not', () =>
    visitHeldBack(
      async (person) => {
        const digits = await person.page.evaluate(() =>
          Array.from(document.querySelectorAll('gsa-demo'), (demo) => {
            const digit = demo.shadowRoot?.querySelector('.digit');
            return [demo.getAttribute('sample'), digit?.textContent];
          }),
        );
        const recorded = digits.filter(([, digit]) => digit !== '–');
        assert.equal(digits.length, 10);
        assert.equal(recorded.length, 1, JSON.stringify(digits));
        assert.equal(recorded[0][0], recorded[0][1]);
      },
      {
        url: pageWith(
          Array.from({ length: 10 }, (_, i) => `<gsa-demo sample="${i}"></gsa-demo>`).join(''),
          {},
          opening,
        ),
      },
    ));
});
