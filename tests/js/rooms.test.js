// That imports in www/ point one way.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { importsOf, problemsOf } from './rooms.js';

const WWW = new URL('../../www/', import.meta.url);

async function readSources() {
  /** @type {Record<string, string>} */
  const sources = {};
  for (const file of (await readdir(WWW, { recursive: true })).sort()) {
    if (!file.endsWith('.js') || file === 'page/start.js') continue;
    sources[file.replaceAll('\\', '/')] = await readFile(new URL(file, WWW), 'utf8');
  }
  return sources;
}

test('the rooms are in order', async () => {
  const sources = await readSources();
  assert(Object.keys(sources).length > 40);
  const all = Object.values(sources).flatMap(importsOf);
  assert(all.filter(({ isType }) => isType).length > 50, 'types are seen');
  assert(all.filter(({ isType }) => !isType).length > 100, 'code is seen');
  assert.deepEqual(problemsOf(sources), []);
});

describe('what is planted is found:', () => {
  for (const [what, file, line, problem] of /** @type {[string, string, string, RegExp][]} */ ([
    ['an arrow up', 'state/angle.js', "import { near } from '../watch.js';", /^state\/angle/],
    [
      'one from the ground',
      'ui/dom.js',
      "import '../state/angle.js';",
      /^ui\/dom.js imports state/,
    ],
    ['one to the ground where it is none', 'engine/pass.js', "import '../ui/dom.js';", /^engine/],
    [
      'one for types',
      'engine/pass.js',
      "/** @import { Demo } from '../state/demo.js' */",
      /^engine/,
    ],
    [
      'one over several lines',
      'state/gate.js',
      "import {\n  mount\n} from '../views/pad.js';",
      /pad/,
    ],
    ['one that waits', 'views/pad.js', "const later = () => import('../element.js');", /^views/],
    ['a figure from a view at once', 'views/pad.js', "import '../figures/orientation.js';", /late/],
    ['a view from a figure', 'figures/orientation.js', "import '../views/pad.js';", /^figures/],
    ['one past the worker', 'worker.js', "import './state/angle.js';", /^worker.js imports state/],
    ['signals in the engine', 'engine/pass.js', "import '@preact/signals-core';", /signals/],
    ['wasm in a view', 'views/pad.js', "import init from '../../pkg/gsa_net.js';", /gsa_net/],
    ['what is not there', 'views/pad.js', "import './nothing.js';", /not there/],
    ['a file without a room', 'stray.js', '', /^stray.js is in no room/],
    ['a circle', 'state/angle.js', "import './round.js';", /^circle: .*round.js → state\/angle.js/],
  ])) {
    test(what, async () => {
      const sources = await readSources();
      sources[file] = `${line}\n${sources[file] ?? ''}`;
      const problems = problemsOf(sources);
      assert(
        problems.some((text) => problem.test(text)),
        `found: ${problems.join('; ')}`,
      );
    });
  }

  test('and wasm for its types is none', async () => {
    const sources = await readSources();
    sources['views/pad.js'] += "/** @import { Model } from '../../pkg/gsa_net.js' */";
    assert.deepEqual(problemsOf(sources), []);
  });
});
