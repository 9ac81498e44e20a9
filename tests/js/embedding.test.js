// The HTML that shows elsewhere what is shown here.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { samples } from '../../www/samples.js';
import { demoCode, figureCode, scriptTag } from '../../www/state/embedding.js';
import { DEFAULT_NETWORKS } from '../../www/state/defaults.js';
import { insideOf } from '../../www/state/inside.js';
import { liftingOf } from '../../www/state/lifting.js';
import { putPlace } from '../../www/state/placing.js';
import { STROKES, fakeDemo } from './fake_demo.js';

const OF_A_DRAWING = { isOfDrawing: true, isOfLayer: false, parts: ['attention', 'inside'] };

/** With networks as a page asks for them. @param {string[]} [networks] */
function demoOf(networks = DEFAULT_NETWORKS) {
  const { demo } = fakeDemo(...networks);
  demo.values = networks;
  // What is asked of networks is no matter here.
  demo.engine = null;
  demo.drawing.open(samples[4].strokes);
  return demo;
}

describe('the code of a figure', () => {
  test('says drawing and angle by attributes', () => {
    const demo = demoOf();
    assert.equal(
      figureCode(demo, 'attention', OF_A_DRAWING),
      '<gsa-figure name="attention" sample="4"></gsa-figure>',
    );
    demo.turning.set(37.5);
    assert.equal(
      figureCode(demo, 'attention', OF_A_DRAWING),
      '<gsa-figure name="attention" sample="4" angle="37.5"></gsa-figure>',
    );
  });

  test('says what was drawn, what is tried and what was chosen in it as a link does, and a page is shown just that', () => {
    const demo = demoOf(['r4_sa', 'z2_sa']);
    demo.drawing.put(STROKES);
    demo.turning.set(90);
    demo.vary({ index: 'published' });
    insideOf(demo).choosePixel(3, 4);
    liftingOf(demo).go(2);
    const code = figureCode(demo, 'attention', OF_A_DRAWING);
    const [, place] =
      /^<gsa-figure name="attention" angle="90" networks="r4_sa, z2_sa" place="([^"]*)"><\/gsa-figure>$/.exec(
        code,
      ) ?? [];
    assert(place, code);
    assert.match(place, /^s=[\w-]{8}&amp;t=published&amp;inside=pixel-3-4$/);

    const other = demoOf();
    putPlace(other, place.replaceAll('&amp;', '&'));
    assert.deepEqual(insideOf(other).pixel.value, { row: 3, col: 4 });
    assert.equal(other.trial.value.index, 'published');
    assert.equal(other.drawing.strokes.value.length, 1);
    assert(Math.abs(other.drawing.strokes.value[0][0].x - STROKES[0][0].x) < 1e-3);
    assert.equal(liftingOf(other).step.value, 0, 'another figure’s steps are not its own');
    assert.equal(other.notice.value, null);
  });

  test('names layer and channel where it is of them, and somebody chose them', () => {
    const demo = demoOf();
    const ofLayer = { ...OF_A_DRAWING, isOfLayer: true, parts: ['maps'] };
    assert.doesNotMatch(figureCode(demo, 'maps', ofLayer), /place/);
    demo.looking.put({ layer: 1, channel: 2 });
    assert.match(figureCode(demo, 'maps', ofLayer), / place="l=1&amp;c=2">/);
    assert.doesNotMatch(figureCode(demo, 'attention', OF_A_DRAWING), /l=1/);
  });

  test('is its name alone where it is of no drawing', () => {
    const code = figureCode(demoOf(), 'cost', { ...OF_A_DRAWING, isOfDrawing: false });
    assert.equal(code, '<gsa-figure name="cost"></gsa-figure>');
  });

  test('names no file that a visitor brought, and escapes what a page asked for', () => {
    assert.doesNotMatch(
      figureCode(demoOf(['blob:http://here/1']), 'attention', OF_A_DRAWING),
      /blob|networks/,
    );
    const odd = ['https://h.example/x.safetensors?a=1&lt"><script>'];
    const code = figureCode(demoOf(odd), 'attention', OF_A_DRAWING);
    assert.match(
      code,
      / networks="https:\/\/h\.example\/x\.safetensors\?a=1&amp;lt&quot;>&lt;script>"/,
    );
  });
});

test('the code of a demonstration has its page’s attributes, and those of its state', () => {
  const demo = demoOf();
  demo.turning.set(90);
  demo.looking.put({ layer: 3 });
  insideOf(demo).chooseHead(2);
  assert.equal(
    demoCode(demo, { view: null, figures: 'polar maps' }, ['polar', 'maps']),
    '<gsa-demo figures="polar maps" sample="4" angle="90" layer="3"></gsa-demo>',
    'figures that stand elsewhere are not a part of it',
  );
  demo.drawing.clear();
  assert.equal(
    demoCode(demo, {}, ['inside']),
    '<gsa-demo angle="90" layer="3" place="inside=head-3"></gsa-demo>',
  );
});

describe('a damaged place', () => {
  test('is told, and gives what could be read', () => {
    const demo = demoOf();
    putPlace(demo, 'a=45&s=AAA&l=x');
    assert.equal(demo.turning.angle.value, 45);
    assert.match(
      demo.notice.value?.message ?? '',
      /^This place is damaged: its drawing and layer could not be read\.$/,
    );
  });

  test('whatever it is, does no harm', () => {
    for (const text of ['', '#', 'nothing', '%', 'a=', '__proto__=1', 'é'.repeat(3e5)]) {
      const demo = demoOf();
      putPlace(demo, text);
      assert.equal(demo.turning.angle.value, 0);
      // Nothing at all is no damage.
      const said = /^#?$/.test(text) ? /^$/ : /^This place is damaged/;
      assert.match(demo.notice.value?.message ?? '', said);
    }
  });
});

describe('the tag that brings the elements', () => {
  const GENERAL = '<script type="module" src="gsa-net/define.js"></script>';
  for (const [what, srcs, tag] of /** @type {[string, string[], string][]} */ ([
    [
      'says where this page has them',
      ['', 'https://h.example/x/define.js'],
      '<script type="module" src="https://h.example/x/define.js"></script>',
    ],
    [
      'names what defines them for the demonstration page',
      ['http://h:8/g/start.js', 'http://h:8/g/page.js'],
      '<script type="module" src="http://h:8/g/define.js"></script>',
    ],
    [
      'names the plain script where the page has that',
      ['https://h.example/standalone.js'],
      '<script src="https://h.example/standalone.js"></script>',
    ],
    [
      'says the usual where a bundler has hidden them',
      ['https://h.example/assets/index-3f.js'],
      GENERAL,
    ],
    [
      'is not misled by scripts of others that are called alike',
      ['https://cdn.example/visionmedia/page.js', 'https://h.example/x/define.js?v=3'],
      '<script type="module" src="https://h.example/x/define.js"></script>',
    ],
    ['does not take another page.js for its own', ['https://cdn.example/page.js'], GENERAL],
    ['says the usual on a page from a disk', ['file:///home/x/pkg/page.js'], GENERAL],
    ['says the usual without any', [], GENERAL],
  ])) {
    test(what, () =>
      assert.equal(
        scriptTag(
          srcs.map((src) => ({ src })),
          'http://h:8/g/index.html?x=/#/a/b',
        ),
        tag,
      ),
    );
  }
});
