// What is shown as the end of a link, and back.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { samples } from '../../www/samples.js';
import { readAddress, writeAddress } from '../../www/state/address.js';

/** @import { Place } from '../../www/state/address.js' */

const SEVEN = samples[7].strokes;

/** @type {Place} */
const WHOLE = {
  angle: 37.5,
  strokes: SEVEN,
  networks: ['r8f_sa_upright', 'z2_sa_upright', 'r4_sa'],
  layer: 3,
  channel: 11,
  figure: 'polar',
  trial: { weights: 'random', seed: 12, positions: 'still', index: 'published' },
  choices: { inside: 'pixel-15-14.head-3', 'theorem-1': 'alpha-9.solved' },
};

/** As a link has it. @param {Place} place */
const text = (place) => /** @type {string} */ (writeAddress(place));

describe('a link', () => {
  test('carries all that is shown', () => {
    const read = readAddress(text(WHOLE));
    assert(read);
    const { strokes, ...rest } = read.place;
    const { strokes: drawn, ...others } = WHOLE;
    assert.deepEqual(rest, others);
    assert.equal(strokes?.length, drawn?.length);
    assert.deepEqual(read.damaged, []);
    assert.match(
      text(WHOLE),
      /^#a=37\.5&s=[\w.-]+&n=r8f_sa_upright,z2_sa_upright,r4_sa&l=3&c=11&f=polar&t=seed-12\.still\.published&inside=pixel-15-14\.head-3&theorem-1=alpha-9\.solved$/,
    );
  });

  test('carries any seed', () => {
    const trial = /** @type {const} */ ({
      weights: 'random',
      positions: 'turning',
      index: 'exact',
    });
    for (const seed of [0, 4_000_000_000, 2 ** 32 - 1]) {
      const read = readAddress(text({ trial: { ...trial, seed } }));
      assert.deepEqual(read?.damaged, []);
      assert.equal(read?.place.trial?.seed, seed);
    }
  });

  test('says nothing of what is as it was', () => {
    assert.equal(text({}), '#a=0');
    const trial = /** @type {const} */ ({
      weights: 'trained',
      seed: 4,
      positions: 'turning',
      index: 'exact',
    });
    assert.equal(text({ angle: 90, trial }), '#a=90');
  });

  test('names no network that is not to be had by name', () => {
    for (const network of [
      'blob:https://here/1',
      'https://elsewhere.example/x.safetensors',
      'a#seed=3',
    ])
      assert.equal(text({ networks: ['r4_sa', network] }), '#a=0');
  });

  test('of before is read', () => {
    const place = readAddress('#a=90&s=AAAAgggg')?.place;
    assert.equal(place?.angle, 90);
    assert.equal(place?.strokes?.[0].length, 2);
    assert.deepEqual(readAddress('#s=AAAAgggg')?.damaged, []);
  });

  test('may name its section in full, and what is chosen there', () => {
    assert.deepEqual(readAddress('#section=lifting&lifting=step-3'), {
      place: { figure: 'lifting', choices: { lifting: 'step-3' } },
      damaged: [],
    });
  });

  test('takes what is chosen of figures by their names, as many as there may be, and nothing else', () => {
    const odd =
      'Inside=1&x=2&a--=3&constructor=4&inside=%3Cb%3E&position=&toString=5&lifting=step-1';
    assert.deepEqual(readAddress(`#a=0&${odd}`)?.place, {
      angle: 0,
      choices: { lifting: 'step-1' },
    });
    const many = Array.from({ length: 99 }, (_, i) => `abc${'d'.repeat(i % 18)}-${i % 10}=x`);
    const choices = readAddress(`#${many.join('&')}`)?.place.choices ?? {};
    assert.equal(Object.keys(choices).length, 16);
    assert.equal(readAddress(`#a=0&inside=${'x'.repeat(201)}`)?.place.choices, undefined);
  });

  test('has 2048 characters at most, with the page’s address, however much is drawn', () => {
    const page = `https://example.org/${'x'.repeat(200)}/`;
    const scribble = Array.from({ length: 40 }, (_, i) =>
      Array.from({ length: 300 }, (_, j) => ({
        x: 0.5 + 0.4 * Math.sin(i + j / 9),
        y: 0.5 + 0.4 * Math.cos(i * 3 + j / 7),
      })),
    );
    const short = text({ ...WHOLE, strokes: SEVEN });
    assert(short.length < 600, `${short.length}`);
    const long = writeAddress({ ...WHOLE, strokes: scribble.slice(0, 3) }, page);
    assert(long && page.length + long.length <= 2048, `${long?.length}`);
    assert.equal(readAddress(long)?.place.strokes?.length, 3);
    assert.equal(
      writeAddress({ ...WHOLE, strokes: scribble }, page),
      null,
      'too much for any link',
    );
  });
});

describe('a damaged link', () => {
  test('says which parts of it are, and gives the rest', () => {
    const { place, damaged } =
      readAddress('#a=45&s=AAA&n=r4_sa&l=x&c=2&f=<b>&t=seed-1.sideways') ?? {};
    assert.deepEqual(place, { angle: 45, networks: ['r4_sa'], channel: 2 });
    assert.deepEqual(damaged, ['drawing', 'layer', 'figure', 'trial']);
  });

  test('names no other host', () => {
    for (const name of [
      'https://elsewhere.example/x',
      '//elsewhere.example/x',
      '../x',
      'a,b,c,d',
      '',
    ]) {
      const read = readAddress(`#n=${encodeURIComponent(name)}`);
      assert.deepEqual(read, { place: {}, damaged: ['networks'] });
    }
  });

  test('never throws, whatever it is', () => {
    const nasty = [
      '#',
      '#a=',
      '#a=1e999',
      '#a=NaN&s=%00',
      '#%',
      '#s=%E0%A4%A',
      '#l=-1&c=1e9',
      '#t=.',
      '#n=,,',
      `#s=${'A'.repeat(90001)}`,
    ];
    for (const hash of [
      ...nasty,
      '#a=0x',
      '#demo',
      `#s=${'é'.repeat(3e5)}`,
      '#__proto__=1&constructor=2',
    ]) {
      const read = readAddress(hash);
      assert.deepEqual(Object.keys(read?.place ?? {}), [], hash.slice(0, 40));
    }
    assert.deepEqual(readAddress('#demo'), null);
  });
});
