// What is asked of a demonstration while something goes wrong, and how it has to end.

import { makeWorld } from './world.js';

/**
 * @import { Fault, Scripts } from './world.js'
 */

const STROKES = [
  [
    { x: 0.2, y: 0.2 },
    { x: 0.8, y: 0.8 },
  ],
];
const PIXEL = { row: 14, col: 14 };
const FILTER = Array(36).fill(0);

/** What each kind of request says besides. @type {Record<string, object>} */
const KINDS = {
  turn: { layer: 0, angle: 90 },
  batch: { angles: [0, 90, 180, 270] },
  curve: { layer: 0, angles: [0, 90] },
  evidence: { angle: 90 },
  attention: { angle: 30, quarters: 1, layer: '', pixel: PIXEL },
  lifting: { angle: 30, pixel: PIXEL },
  parts: { angle: 30, layer: '', pixel: PIXEL, coordinates: [0] },
  rotations: { angle: 30, channel: null },
  landscape: { head: 0, points: [[[0, 0]]] },
  exactness: { layer: 'lifting', angle: 30, models: [] },
  time: {},
  convolution: {
    ...{ models: [], about: '', angle: 30, form: 'picture', filter: FILTER, shown: null },
    setups: [{ alpha: 1, solved: false }],
  },
};

/** Of all that can be asked. */
export const ASKED = [...Object.keys(KINDS), 'load', 'answer'];

/** @param {any} demo @param {string} kind */
function requestOf(demo, kind) {
  const url = demo.networks.loaded.peek()[0]?.url ?? 'http://host/none';
  const request = { kind, ...demo.subject, url, ...KINDS[kind] };
  return kind === 'exactness' ? { ...request, models: [{ url }] } : request;
}

/**
 * A visit: networks are loaded, a drawing is answered, what can wait is asked, other engines and variants are chosen, the card is lost, and
 * somebody asks what networks there are.
 *
 * @param {Fault | null} fault
 * @param {Scripts} scripts
 * @param {{ workers?: boolean, card?: boolean }} [has]
 */
export async function visit(fault, scripts, has) {
  const world = makeWorld(fault, scripts, has);
  /** @type {any[]} */
  const told = [];
  const demo = new world.page.Demo({
    answered: () => {},
    failed: (/** @type {any} */ detail) => told.push(detail),
    settled: () => {},
    switched: () => {},
    chosen: () => {},
  });
  /** What came of each question. @type {string[]} */
  const story = [];
  /** What is wrong with that. @type {string[]} */
  const faults = [];

  /** @param {string} what */
  const predict = async (what) => {
    const { value, error, hangs } = await world.until(demo.asking.predict());
    if (hangs) faults.push(`${what}: nobody hears of it any more`);
    else if (error && !isSaid(error)) faults.push(`${what}: “${error.message}”`);
    story.push(
      `${what} ${hangs ? 'hangs' : error ? (error.code ?? error.message) : value?.engine}`,
    );
    return value;
  };
  /** Somebody presses the button to try again. @param {string} what */
  const persist = async (what) => {
    for (let tries = 0; tries < 4; tries++) {
      if (await predict(what)) return;
      demo.loading.retry();
      demo.turning.set(demo.turning.angle.peek() + 1);
    }
    if (!fault?.always) faults.push(`${what}: tried four times in vain`);
  };

  /** Of the worker that answers people, and of another one. @param {string} what */
  const study = async (what) => {
    for (const slot of ['study', 'lane 0']) {
      for (const kind of Object.keys(KINDS)) {
        if (slot !== 'study' && kind !== 'batch') continue;
        const asked = demo.engine.ask(demo, slot, 3, () => requestOf(demo, kind));
        const { error, hangs } = await world.until(asked);
        if (hangs) faults.push(`${what}, ${kind}: nobody hears of it any more`);
        else if (error && !isSaid(error)) faults.push(`${what}, ${kind}: “${error.message}”`);
        else if (error && !fault) faults.push(`${what}, ${kind}: ${error.message}`);
      }
    }
    demo.turning.set(demo.turning.angle.peek() + 7);
    await persist(what);
  };

  demo.connect(['r4_sa', 'z2_sa']);
  demo.drawing.put(STROKES);
  await persist('at first');
  await study('by what is faster');
  demo.chooseEngine('cpu');
  await persist('by the CPU');
  await study('by the CPU');
  demo.chooseEngine('webgpu');
  await persist('by the card');
  world.loseCards();
  demo.turning.set(200);
  await persist('without the card');
  demo.vary({ weights: 'random' });
  await persist('another variant');
  demo.show(['r4_sa', 'http://closed/a.safetensors']);
  await persist('beside one that can’t be had');
  const list = await world.until(world.page.catalogue());
  if (list.hangs) faults.push('the list of networks: nobody hears of it any more');
  else if (list.error && !(await world.until(world.page.catalogue())).value && !fault?.always) {
    faults.push('the list of networks: asked twice in vain');
  }
  demo.disconnect();
  await world.pass(10);
  world.end();
  const kinds = Object.keys(world.page.REQUESTS);
  return {
    kinds,
    story,
    faults,
    told,
    reached: world.reached,
    injected: world.injected,
    minutes: world.minutes,
  };
}

/** Whether an error says in words what happened. @param {any} error */
function isSaid(error) {
  return typeof error.message === 'string' && error.message.length > 10;
}
