// What editors are told of the element.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { disagreements, manifestOf } from '../../xtask/assets/custom_elements.mjs';

/** @param {string} name */
const source = (name) => readFile(new URL(`../../www/${name}`, import.meta.url), 'utf8');

/** The element, with some of its source replaced. @param {[from: string, to: string][]} changes */
async function element(...changes) {
  let text = await source('element.js');
  for (const [from, to] of changes) {
    assert(text.includes(from), from);
    text = text.replace(from, to);
  }
  const { modules } = manifestOf({ 'element.js': text, 'define.js': await source('define.js') });
  return modules[0].declarations[0];
}

/** @param {{ name: string }[]} list */
const names = (list) => list.map(({ name }) => name).sort();

test('its attributes, members and events are those of the class', async () => {
  const { tagName, attributes, members, events } = await element();
  assert.equal(tagName, 'gsa-demo');
  assert.deepEqual(names(attributes), [
    ...['angle', 'channel', 'compare', 'engine', 'figures', 'intro', 'large', 'layer', 'model'],
    ...['networks', 'place', 'sample', 'theme', 'view'],
  ]);
  assert.deepEqual(names(members), [
    ...[
      'angle',
      'channel',
      'choices',
      'clear',
      'compare',
      'engine',
      'figures',
      'layer',
      'model',
      'networks',
    ],
    ...[
      'place',
      'predict',
      'prediction',
      'predictions',
      'ready',
      'strokes',
      'toBlob',
      'trial',
      'undo',
    ],
    'view',
  ]);
  assert.deepEqual(names(events), ['error', 'networks', 'predict']);
  const model = attributes.find((/** @type {any} */ { name }) => name === 'model');
  assert.equal(model.default, "'r8f_sa_upright'");
  assert.equal(model.fieldName, 'model');
});

describe('what does not agree is found:', () => {
  const parts = [
    'root alert drawing answers inside dock dial angle pad knob samples seen answer digit bars',
    'polar picker trial maps errors orientation position encoding lifting attention theorem-1',
    'theorem-2 theorem-3 theorem-4 group-size by-angle results cost badge switch-engine',
  ].flatMap((line) => line.split(' '));
  const markup = `${parts.map((name) => `<i part="${name}">`).join('')}<slot name="actions"><slot name="lead"><slot name="reading">`;

  test('nothing, where all does', async () => {
    assert.deepEqual(disagreements(await element(), markup), []);
  });

  test('a part and a slot that are not described, and some that are not there', async () => {
    const told = [['cssParts: wheel is not described', markup + '<i part="wheel">']];
    told.push(['cssParts: pad is not there', markup.replace('part="pad"', '')]);
    told.push(['slots: actions is not there', markup.replace('<slot', '<s')]);
    told.push(['slots: more is not described', markup + '<slot name="more">']);
    for (const [problem, text] of told) {
      assert.deepEqual(disagreements(await element(), text), [problem]);
    }
  });

  test('an attribute that nobody described', async () => {
    const more = await element(["'sample',", "'sample', 'colour',"]);
    assert.deepEqual(disagreements(more, markup), ['colour is not described']);
  });
});
