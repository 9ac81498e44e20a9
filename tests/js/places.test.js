// What is chosen inside figures, as links say it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { averagingOf } from '../../www/state/averaging.js';
import { commutingOf } from '../../www/state/commuting.js';
import { convolvingOf } from '../../www/state/convolving.js';
import { ALL_HEADS } from '../../www/state/gaze.js';
import { insideOf } from '../../www/state/inside.js';
import { liftingOf } from '../../www/state/lifting.js';
import { partsOf } from '../../www/state/parts.js';
import { steeringOf } from '../../www/state/steering.js';
import { fakeDemo } from './fake_demo.js';

/** @import { Demo } from '../../www/state/demo.js' */

/**
 * Each figure's part: what somebody chooses, how that is written, and what there is to be found again.
 *
 * @type {{ name: string, choose: (demo: Demo) => void, text: string, found: (demo: Demo) => unknown }[]}
 */
const PARTS = [
  {
    name: 'inside',
    choose: (demo) => {
      const inside = insideOf(demo);
      inside.choosePixel(9, 21);
      inside.chooseHead(2);
      inside.chooseElement(3);
      inside.chooseLayer('layer 3');
      inside.turnOn(3);
      inside.chooseSide('broken');
      inside.chooseNetwork('r8f_sa_drawn');
    },
    text: 'pixel-9-21.head-3.element-4.layer-layer_3.turned-3.broken.of-r8f_sa_drawn',
    found: (demo) => {
      const { pixel, head, element, layer, quarters, side, network } = insideOf(demo);
      return [pixel, head, element, layer, quarters, side, network].map(({ value }) => value);
    },
  },
  {
    name: 'inside',
    choose: (demo) => insideOf(demo).chooseHead(ALL_HEADS),
    text: 'head-all',
    found: (demo) => insideOf(demo).head.value,
  },
  {
    name: 'lifting',
    choose: (demo) => liftingOf(demo).go(3),
    text: 'step-3',
    found: (demo) => liftingOf(demo).step.value,
  },
  {
    name: 'position',
    choose: (demo) => [1, 2, 3].forEach(() => partsOf(demo).shuffle()),
    text: 'shuffle-3',
    found: (demo) => partsOf(demo).seed.value,
  },
  {
    name: 'encoding',
    choose: (demo) => partsOf(demo).turnDots(0),
    text: 'act-0',
    found: (demo) => partsOf(demo).act.value,
  },
  {
    name: 'theorem-1',
    choose: (demo) => {
      const convolving = convolvingOf(demo);
      convolving.choose('group');
      convolving.sharpen(4.5);
      convolving.solve(true);
      convolving.set(0, -1.5);
      convolving.set(35, 1.5);
    },
    text: 'of-group.alpha-9.solved.filter-AAje',
    found: (demo) => {
      const { form, alpha, solved, numbers } = convolvingOf(demo);
      return [form, alpha, solved, numbers].map(({ value }) => value);
    },
  },
  {
    name: 'theorem-2',
    choose: (demo) => [0, 6, 48].forEach((at) => averagingOf(demo).tap(at)),
    text: 'painted-JSDVQACYAJ',
    found: (demo) => averagingOf(demo).painted.value,
  },
  {
    name: 'theorem-3',
    choose: (demo) => {
      steeringOf(demo).turnTo(5);
      steeringOf(demo).choose(0);
    },
    text: 'steps-5.head-1',
    found: (demo) => [steeringOf(demo).steps.value, steeringOf(demo).head.value],
  },
  {
    name: 'theorem-4',
    choose: (demo) => {
      const commuting = commutingOf(demo);
      commuting.shiftBy(0);
      commuting.moveBy(6);
      commuting.shuffleAgain();
      commuting.follow(11, 0);
    },
    text: 'shift-0.move-6.shuffle-2.entry-11-0',
    found: (demo) => {
      const { shift, symmetry, shuffle, entry } = commutingOf(demo);
      return [shift, symmetry, shuffle, entry].map(({ value }) => value);
    },
  },
];

/** What there is before anybody chooses. @param {typeof PARTS[0]} part */
const first = (part) => part.found(fakeDemo('a').demo);

describe('what is chosen', () => {
  for (const part of PARTS) {
    test(`in ${part.name} is written as ${part.text}, and found again`, () => {
      const { demo } = fakeDemo('a');
      part.found(demo);
      assert.deepEqual(demo.places.all, {}, 'nothing is said of what nobody chose');
      part.choose(demo);
      assert.deepEqual(demo.places.all, { [part.name]: part.text });
      assert.notDeepEqual(part.found(demo), first(part));

      // By whoever comes after the link, and by whoever was there.
      for (const isThere of [false, true]) {
        const { demo: other } = fakeDemo('a');
        if (isThere) part.found(other);
        other.places.put(demo.places.all);
        assert.deepEqual(part.found(other), part.found(demo), `was there: ${isThere}`);
        assert.deepEqual(other.places.all, demo.places.all);
      }
    });
  }

  test('is told again of figures that nobody has come to', () => {
    const { demo } = fakeDemo('a');
    demo.places.put({ lifting: 'step-2', 'group-size': 'n-12' });
    assert.deepEqual(demo.places.all, { lifting: 'step-2', 'group-size': 'n-12' });
    liftingOf(demo).go(0);
    assert.deepEqual(demo.places.all, { 'group-size': 'n-12' });
  });

  test('is not what somebody guessed: each reader guesses anew', () => {
    const { demo } = fakeDemo('a');
    convolvingOf(demo).guessed(true);
    averagingOf(demo).guessed('both');
    commutingOf(demo).guessed(false);
    assert.deepEqual(demo.places.all, {});
  });

  test('names no network that was dropped on the page, or has an address', () => {
    const { demo } = fakeDemo('a');
    insideOf(demo).chooseNetwork('https://elsewhere.example/x.safetensors');
    assert.deepEqual(demo.places.all, {});
  });
});

describe('what can’t be', () => {
  const NASTY = [
    '',
    '.',
    '-',
    'pixel',
    'pixel-28-0.head-0.element-0.layer-<b>.turned-4.of-nothing',
    'pixel--1-5.head-1e3.element-NaN.turned-0x1.of-__proto__',
    'pixel-1.head-999999999999.layer-.of-constructor',
    'step-5.shuffle-10000.act-360',
    'step--1.shuffle-0x10.act-',
    'of-sphere.alpha-41.filter-A',
    'of-toString.alpha--3.filter-~~',
    'painted-AAAAAAAAAA',
    'painted-A',
    'painted-é',
    'steps-9.head-100',
    'shift-12.move-8.shuffle-0.entry-12-0',
    'entry-1.shift-12',
    'a-'.repeat(1e5),
  ];

  for (const part of PARTS) {
    test(`is let be in ${part.name} (${part.text})`, () => {
      for (const text of NASTY) {
        const { demo } = fakeDemo('a');
        demo.places.put({ [part.name]: text });
        assert.deepEqual(part.found(demo), first(part), text.slice(0, 80));
      }
    });
  }

  test('keeps no more than figures say', () => {
    const { demo } = fakeDemo('a');
    for (let round = 0; round < 100; round++) {
      const all = Array.from({ length: 100 }, (_, i) => [`x${round}-${i}`, 'y'.repeat(1e4)]);
      demo.places.put(Object.fromEntries(all));
    }
    const kept = Object.entries(demo.places.all);
    assert(kept.length <= 64, `${kept.length}`);
    assert(kept.every(([, text]) => text.length <= 200));
  });

  test('of a filter: numbers beyond the largest, and beyond the last', () => {
    const { demo } = fakeDemo('a');
    demo.places.put({ 'theorem-1': 'filter-A9zA' });
    const numbers = convolvingOf(demo).numbers.value;
    assert.equal(numbers.length, 36);
    assert.equal(numbers[0], 1.5);
  });
});
