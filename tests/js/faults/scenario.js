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
const NEAR = { value: true, peek: () => true };

/** What views want, one after the other. @param {any} demo @param {string} kind */
function wish(demo, kind) {
  const { strokes, engine } = demo.subject;
  const url = demo.networks.loaded.peek()[0]?.url;
  const about = { kind, strokes, engine, url };
  if (kind === 'batch') return { ...about, angles: [0, 90, 180, 270] };
  if (kind === 'curve') return { ...about, layer: 0, angles: [0, 90] };
  return kind === 'turn' ? { ...about, layer: 0, angle: 90 } : { ...about, angle: 90 };
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

  /** Each is asked once for each drawing. @type {string[]} */
  let wanted = [];
  demo.study.join(
    (/** @type {any} */ _, /** @type {boolean} */ shared) => {
      const [kind] = wanted;
      if (!kind || demo.networks.loaded.peek().length === 0 || (shared && kind !== 'batch'))
        return null;
      wanted = wanted.slice(1);
      return wish(demo, kind);
    },
    NEAR,
    new AbortController().signal,
  );
  /** @param {string} what */
  const study = async (what) => {
    for (const kind of ['turn', 'batch', 'curve', 'evidence']) {
      wanted = [kind];
      demo.turning.set(demo.turning.angle.peek() + 7);
      await persist(`${what}, ${kind}`);
      await world.pass(2);
    }
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
  const list = await world.until(world.page.catalogue());
  if (list.hangs) faults.push('the list of networks: nobody hears of it any more');
  else if (list.error && !(await world.until(world.page.catalogue())).value && !fault?.always) {
    faults.push('the list of networks: asked twice in vain');
  }
  demo.disconnect();
  await world.pass(10);
  world.end();
  return {
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
