// Where one pixel looks: over the pixels round it and over the orientations, a clock of windows. When the digit turns by quarters the whole
// clock turns as one picture; that is predicted first, and then measured.

import { untracked } from '@preact/signals-core';
import {
  ALL_HEADS,
  comparedClock,
  elementAfter,
  elsewhere,
  elsewhereOfAll,
  isFramed,
  sharesOf,
  sum,
} from '../state/gaze.js';
import { SIDES, insideOf } from '../state/inside.js';
import { displayName } from '../state/networks.js';
import { add, find, write } from '../ui/dom.js';
import { formatTiny, wordOf } from '../ui/format.js';
import { addSegments, style as segmentsStyle } from '../ui/segments.js';
import { near, watch } from '../watch.js';
import { followBlank, markStale, style as blankStyle } from './blank.js';
import { addClock, arrowOf, nameOf, style as clockStyle } from './attention/clock.js';

/**
 * @import { Looked } from '../engine/requests/attention.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Inside, Side } from '../state/inside.js'
 * @import { Wants } from '../state/study.js'
 */

export const figure = {
  name: 'attention',
  title: 'Turn the digit: the whole clock turns with it',
  table,
};

/** Of heads that can be chosen. */
const MOST_HEADS = 12;

export const style = `
${blankStyle}
${segmentsStyle}
${clockStyle}
.attention { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; line-height: 1.4; }
.attention .sub { max-width: 66ch; color: var(--gsa-muted); font-size: 0.875rem; }
.attention .choices { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 18px; }
.attention .segments label { padding-inline: 10px; }
.attention label.pick-one { display: inline-flex; align-items: center; gap: 8px; color: var(--gsa-muted); font-size: 0.875rem; }
.attention select { padding-inline: 8px; color: var(--gsa-ink); }
.attention :is(.clocks, .boxes) { max-width: 980px; }
.attention .clocks { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px 20px; align-items: start; }
.attention .guess { display: grid; align-content: center; justify-items: center; gap: 12px; align-self: stretch; padding: 20px 12px; border: 1px dashed var(--gsa-line-strong); border-radius: 12px; text-align: center; }
.attention .guess p { max-width: 30ch; font-weight: 650; text-wrap: balance; }
.attention .guess .options { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px; }
.attention .turns { max-width: 980px; display: flex; flex-wrap: wrap; justify-content: center; align-items: center; gap: 8px 14px; min-height: 40px; }
.attention .key { flex: 1 0 100%; text-align: center; font-size: 0.875rem; color: var(--gsa-muted); }
.attention .verdict { color: var(--gsa-ink); font-weight: 650; }
.attention .boxes { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px; }
.attention .box { padding: 10px 14px; border: 1px solid var(--gsa-line); border-radius: 12px; font-size: 0.875rem; }
.attention .box b { display: block; color: var(--bar); font-size: 1.625rem; line-height: 1.25; white-space: nowrap; font-variant-numeric: tabular-nums; }
.attention .trouble { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; }
@media (pointer: coarse) { .attention :is(button:not(.window), select) { min-height: 44px; } }
@container (max-width: 559px) {
  .attention { padding: 12px 10px; }
  .attention .clocks, .attention .boxes { grid-template-columns: minmax(0, 1fr); }
  .attention[data-turned] .clock.here { display: none; }
  .attention .choices { gap: 10px 8px; }
  .attention .segments label { padding-inline: 8px; }
  .attention .heads, .attention .heads .segments { width: 100%; }
  .attention .heads .segments { display: flex; flex-wrap: nowrap; }
  .attention .heads .bar-of { flex: 1; }
  .attention .heads label { flex: 1; padding-inline: 0; }
}
@media print { .attention :is(.choices, .turns, .guess:not([hidden]), .just) { display: none; } }
`;

/** @type {Wants} */
export function wants(demo) {
  return insideOf(demo).wish;
}

/** @param {Demo} demo */
export function isWhole(demo) {
  const inside = insideOf(demo);
  return SIDES.every((side) => inside.now(side));
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const inside = insideOf(demo);
  const element = add(
    root,
    `<figure class="attention" part="attention">
      <figcaption><h3>${figure.title}</h3><p class="sub"></p></figcaption>
      <div class="choices"></div>
      <div class="trouble"><p></p><button type="button">Try again</button></div>
      <div class="clocks"></div>
      <div class="turns"><button type="button" class="on">Turn on by 90°</button><button type="button" class="back">Turn back</button><p class="key">Dashed: predicted. Filled: measured. <span class="verdict" role="status"></span></p></div>
      <div class="boxes"><div class="box main"><b></b><p></p></div><div class="box other"><b></b><p></p></div></div>
    </figure>`,
  );
  mountChoices(find(element, '.choices'), demo, inside, signal);
  mountTrouble(find(element, '.trouble'), inside, signal);
  mountClocks(element, demo, inside, signal);
  for (const side of SIDES) mountBox(element, inside, side, signal);
  watch(signal, () => {
    const looked = inside.last('whole');
    write(
      find(element, '.sub'),
      looked ? explain(looked) : 'Where a pixel looks, once it is asked.',
    );
  });
  followBlank(element, demo, () => inside.last('whole') !== null, signal);
  demo.study.join(wants, near(element, signal), signal);
}

/** @param {Looked} looked */
function explain(looked) {
  const { window, keys, elements } = looked;
  const round = `the ${window}×${window} pixels round it`;
  const area =
    'The area of a square is its share of attention; what is hatched lies outside the picture.';
  if (keys < 2 && elements.length > 1) {
    return `Choose a pixel: from there one head looks at ${round}. The lifting layer reads the picture, which has one orientation: one window, no clock yet. ${area}`;
  }
  if (isFramed(looked)) {
    return `Choose a pixel: from there one head looks at ${round}. In this network each orientation is a frame that looks at itself alone, so one window is lit. ${area}`;
  }
  return `Choose a pixel: from there one head looks at ${round} in all ${wordOf(keys)} orientations, a clock of windows. ${area}`;
}

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {Inside} inside
 * @param {AbortSignal} signal
 */
function mountChoices(root, demo, inside, signal) {
  const heads = add(root, '<div class="heads"></div>');
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort());
  let count = 0;
  /** @type {(choice: string) => void} */
  let showHead = () => {};
  watch(signal, () => {
    const head = inside.head.value;
    const wanted = Math.min(MOST_HEADS, inside.last('whole')?.heads ?? 9);
    if (wanted !== count) {
      count = wanted;
      life.abort();
      life = new AbortController();
      heads.replaceChildren();
      const each = Array.from({ length: count }, (_, i) => [`h${i}`, String(i + 1)]);
      const choices = Object.fromEntries([...each, ['all', 'all']]);
      const choose = (/** @type {string} */ choice) =>
        inside.chooseHead(choice === 'all' ? ALL_HEADS : Number(choice.slice(1)));
      showHead = addSegments(heads, 'head', choices, choose, life.signal).show;
    }
    showHead(head === ALL_HEADS ? 'all' : `h${Math.min(head, count - 1)}`);
  });
  mountSelect(
    root,
    'layer',
    signal,
    (layer) => inside.chooseLayer(layer),
    () => {
      const looked = inside.last('whole');
      const layers = looked?.layers ?? [inside.layer.value];
      return {
        all: layers.map((name) => [name, name]),
        value: looked?.layer ?? inside.layer.value,
      };
    },
  );
  mountSelect(
    root,
    'network',
    signal,
    (value) => inside.chooseNetwork(value),
    () => {
      const all = Array.from(inside.networks.value, ([value, name]) => [value, displayName(name)]);
      return { all, value: inside.network.value };
    },
  );
  const side = add(root, '<div></div>');
  /** @type {{ show: (choice: Side) => void } | null} */
  let segments = null;
  let indexed = /** @type {boolean | null} */ (null);
  let sideLife = new AbortController();
  signal.addEventListener('abort', () => sideLife.abort());
  watch(signal, () => {
    const chosen = inside.side.value;
    const looked = inside.last('whole');
    if (looked && looked.indexed !== indexed) {
      indexed = looked.indexed;
      sideLife.abort();
      sideLife = new AbortController();
      side.replaceChildren();
      const [title, whole, broken] = indexed
        ? ['index', 'exact', 'published']
        : ['positions', 'turn along', 'held still'];
      const choose = (/** @type {Side} */ choice) => inside.chooseSide(choice);
      segments = addSegments(side, title, { whole, broken }, choose, sideLife.signal);
    }
    segments?.show(chosen);
  });
}

/**
 * @param {HTMLElement} root
 * @param {string} title
 * @param {AbortSignal} signal
 * @param {(value: string) => void} chosen
 * @param {() => { all: string[][], value: string }} options  of signals; hidden where there is one alone
 */
function mountSelect(root, title, signal, chosen, options) {
  const label = add(root, `<label class="pick-one">${title} <select></select></label>`);
  const select = /** @type {HTMLSelectElement} */ (find(label, 'select'));
  select.addEventListener('change', () => chosen(select.value), { signal });
  let before = '';
  watch(signal, () => {
    const { all, value } = options();
    label.hidden = all.length < 2;
    if (all.join() !== before) {
      before = all.join();
      select.replaceChildren(...all.map(([value, text]) => new Option(text, value)));
    }
    select.value = value;
  });
}

/** @param {HTMLElement} root @param {Inside} inside @param {AbortSignal} signal */
function mountTrouble(root, inside, signal) {
  find(root, 'button').addEventListener('click', () => inside.retry(), { signal });
  watch(signal, () => {
    const error = inside.error.value;
    root.hidden = !error;
    write(find(root, 'p'), error?.message ?? '');
  });
}

/** @param {Looked['elements'][0]} element */
const wayOf = (element) => `${arrowOf(element)} ${nameOf(element)}`;

/**
 * @param {HTMLElement} element
 * @param {Demo} demo
 * @param {Inside} inside
 * @param {AbortSignal} signal
 */
function mountClocks(element, demo, inside, signal) {
  const root = find(element, '.clocks');
  const here = addClock(root, inside, signal);
  here.element.classList.add('here');
  const turned = addClock(root, inside, signal);
  turned.element.classList.add('turned');
  const guess = add(
    root,
    `<div class="guess"><p></p>
      <div class="options"></div><button type="button" class="just">Just turn it</button></div>`,
  );
  const [on, back, verdict] = ['.on', '.back', '.verdict'].map((name) => find(element, name));
  /** What a guess is about: of anything else it tells nothing. */
  const about = () =>
    [inside.network, inside.layer, inside.head, inside.element, demo.drawing.version]
      .map(({ value }) => value)
      .concat(demo.turning.angle.value, inside.pixel.value.row, inside.pixel.value.col)
      .join();
  let guessed = /** @type {number | null} */ (null);
  let guessedAbout = '';
  const turnOn = (/** @type {number | null} */ key) => {
    guessed = key;
    guessedAbout = untracked(about);
    inside.turnOn(inside.quarters.peek() + 1);
    if (inside.quarters.peek() > 0) turned.startSwing();
    // What was pressed is gone.
    on.focus({ preventScroll: true });
  };
  find(guess, '.just').addEventListener('click', () => turnOn(null), { signal });
  on.addEventListener('click', () => turnOn(null), { signal });
  back.addEventListener('click', () => inside.turnOn(0), { signal });
  const ways = mountWays(find(guess, '.options'), turnOn, signal);

  watch(signal, () => {
    void demo.dark.value;
    const side = inside.side.value;
    const looked = inside.last(side) ?? inside.last('whole');
    const quarters = inside.quarters.value;
    const head = inside.head.value;
    const angle = demo.turning.angle.value;
    element.toggleAttribute('data-turned', quarters > 0);
    find(element, '.turns').hidden = quarters === 0;
    turned.element.hidden = quarters === 0;
    guess.hidden =
      quarters > 0 || (looked !== null && looked.keys < 2 && looked.elements.length < 2);
    const isNow = inside.now(side) !== null;
    if (!isNow) write(verdict, '');
    if (!looked) return;
    const at = Math.min(inside.element.value, looked.elements.length - 1);
    const { here: shares, predicted, measured } = comparedClock(looked, head, at, quarters || 1);
    const most = Math.max(...shares.flat(), ...(quarters > 0 ? measured.flat() : []));
    const ink = side === 'whole' ? 'accent' : 'other';
    const broken = side === 'broken' ? `${brokenName(looked)}, ` : '';
    const both = { looked, most, ink };
    for (const clock of [here, turned]) {
      clock.element.classList.toggle('main', side === 'whole');
      clock.element.classList.toggle('other', side === 'broken');
      markStale(clock.element, isNow);
    }
    ways(looked);
    write(
      find(guess, 'p'),
      `Turn the digit by 90°. ${looked.keys > 1 ? 'In which window will the largest share be?' : 'Will the window turn along?'}`,
    );
    here.show({
      ...{ ...both, gaze: looked.here, shares, ghosts: null, element: at, quarters: 0 },
      title: `${broken}${angle === 0 ? 'as drawn' : `as it stands, at ${Math.round(angle)}°`}`,
    });
    if (quarters === 0) return;
    turned.show({
      ...{ ...both, gaze: looked.turned, shares: measured, ghosts: predicted, quarters },
      element: elementAfter(looked.elements, at, quarters),
      title: `${broken}turned${angle === 0 ? '' : ' on'} by ${90 * quarters}°`,
    });
    if (!isNow) return;
    const largest = keyOfMost(measured);
    const where = looked.keys > 1 ? wayOf(looked.elements[largest]) : '';
    const told = where && `The largest share is at ${where}.`;
    write(
      verdict,
      guessed === null || guessedAbout !== about()
        ? ''
        : `${guessed === largest ? 'You guessed right.' : `You guessed ${wayOf(looked.elements[guessed])}.`} ${told}`,
    );
  });
}

/** The window with the largest single share. @param {number[][]} clock */
function keyOfMost(clock) {
  const each = clock.map((cells) => Math.max(...cells));
  return each.indexOf(Math.max(...each));
}

/** @param {HTMLElement} root @param {(key: number) => void} chosen @param {AbortSignal} signal */
function mountWays(root, chosen, signal) {
  let before = '';
  return (/** @type {Looked} */ { elements, keys }) => {
    const names = keys < 2 ? [] : elements.map(wayOf);
    if (names.join() === before) return;
    before = names.join();
    root.replaceChildren();
    names.forEach((name, key) => {
      const button = add(root, '<button type="button"></button>');
      write(button, name);
      button.addEventListener('click', () => chosen(key), { signal });
    });
  };
}

/** What the broken side lacks. @param {Looked} looked */
function brokenName({ indexed }) {
  return indexed ? 'published index' : 'positions held still';
}

/** @param {HTMLElement} element @param {Inside} inside @param {Side} side @param {AbortSignal} signal */
function mountBox(element, inside, side, signal) {
  const box = find(element, side === 'whole' ? '.box.main' : '.box.other');
  watch(signal, () => {
    const looked = inside.last(side);
    const quarters = inside.quarters.value;
    const isShown = looked !== null && quarters > 0;
    markStale(box, inside.now(side) !== null || !isShown);
    write(find(box, 'b'), isShown ? formatTiny(numbersOf(inside, looked).one) : '?');
    if (looked && quarters > 0) write(find(box, 'p'), sayOf(inside, looked, side));
    else {
      write(
        find(box, 'p'),
        side === 'whole'
          ? 'of the attention lands elsewhere than predicted? Turn the digit to see.'
          : 'and where that is broken on purpose?',
      );
    }
  });
}

/** @param {Inside} inside @param {Looked} looked */
function numbersOf(inside, looked) {
  const at = Math.min(inside.element.value, looked.elements.length - 1);
  const quarters = inside.quarters.value || 1;
  const { predicted, measured } = comparedClock(looked, inside.head.value, at, quarters);
  const all = elsewhereOfAll(looked, at, quarters);
  const one = inside.head.value === ALL_HEADS ? all : elsewhere(predicted, measured);
  return { one, all, total: sum(measured.flat()) };
}

/** Below this it is rounding of 32-bit numbers. */
const ROUNDING = 1e-4;

/** @param {Inside} inside @param {Looked} looked @param {Side} side */
function sayOf(inside, looked, side) {
  const { one, all, total } = numbersOf(inside, looked);
  const head = inside.head.value;
  const heads =
    head === ALL_HEADS ? '' : ` (all ${wordOf(looked.heads)} heads: ${formatTiny(all)})`;
  const where = `${displayName(looked.name)}, ${looked.layer}`;
  if (side === 'whole') {
    const why = one < ROUNDING ? 'That is rounding. ' : '';
    const windows = looked.keys > 1 ? `The ${wordOf(looked.keys)} windows sum` : 'The window sums';
    return `of the attention lands elsewhere than predicted${heads}. ${why}${where}. ${windows} to ${total.toFixed(6)}.`;
  }
  const what = looked.indexed
    ? 'lands elsewhere when the index is formed as in the published code, which compares three orientations where two would do'
    : 'lands elsewhere when positions are held still';
  const first = looked.layer === looked.layers[0] && looked.indexed;
  const alike =
    one < ROUNDING ? ' All that this head sees from here is alike: choose a pixel on the ink.' : '';
  const aside = first ? ' The lifting layer has no index: nothing is broken in it.' : alike;
  return `${what}${heads}.${aside} The same weights, which were not trained with that.`;
}

/** @param {Demo} demo */
function table(demo) {
  const inside = insideOf(demo);
  const quarters = inside.quarters.value;
  /** @type {(string | number)[][]} */
  const rows = [];
  for (const side of SIDES) {
    const looked = inside.now(side);
    if (!looked) continue;
    const at = Math.min(inside.element.value, looked.elements.length - 1);
    const head = inside.head.value;
    const { predicted, measured } = comparedClock(looked, head, at, quarters || 1);
    const name = `${displayName(looked.name)}${side === 'broken' ? `, ${brokenName(looked)}` : ''}`;
    const shares = sharesOf(looked, looked.here, head, at);
    shares.forEach((cells, key) => {
      const window = looked.keys < 2 ? 'picture' : nameOf(looked.elements[key]);
      const after = quarters > 0 ? [sum(predicted[key]), sum(measured[key])] : ['', ''];
      rows.push([name, window, sum(cells), ...after, '']);
    });
    const off = quarters > 0 ? elsewhere(predicted, measured) : '';
    rows.push([
      name,
      'all',
      sum(shares.flat()),
      ...(quarters > 0 ? [sum(predicted.flat()), sum(measured.flat())] : ['', '']),
      off,
    ]);
  }
  const columns = ['Network', 'Window', 'As drawn', 'Predicted', 'Measured', 'Lands elsewhere'];
  return { columns, rows };
}
