// What the page shows first, recorded: the default networks on the sample with which index.html opens, asked as the page asks them.
// WebAssembly's numbers are the same on every machine, and are rounded besides, so the recording is.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { samples } from '../../www/samples.js';
import { Runner } from '../../www/engine/runner.js';
import { DEFAULT_NETWORKS } from '../../www/state/defaults.js';
import { Looking } from '../../www/state/looking.js';
import { Networks } from '../../www/state/networks.js';
import { pack } from '../../www/state/recording.js';

/** Every 5°, as the page counts. */
const ANGLES = Array.from({ length: 72 }, (_, i) => 5 * i);
/** Where the drawing opens, and where it rests after its turn. */
const STANDS = [0, 90];
/** What the networks see takes room: while it turns, fewer of that will do. */
const COARSE = ANGLES.filter((angle) => angle % 15 === 0);

/**
 * @param {string} folder  with the wasm, its JavaScript and the models
 * @param {string} page  the text of index.html
 */
export async function record(folder, page) {
  const sample = Number(/<gsa-demo[^>]*\ssample="(\d)"/.exec(page)?.[1] ?? NaN);
  const drawing = samples.find(({ digit }) => digit === sample);
  if (!drawing) throw new Error('index.html: its <gsa-demo> opens with no sample');
  const { strokes } = drawing;
  const engine = await start(folder);
  const networks = new Networks();
  networks.show(DEFAULT_NETWORKS);
  const looking = new Looking(networks, () => {});
  const files = new Map();
  for (const network of networks.shown.peek()) {
    network.url = `file:///${network.value}`;
    const bytes = await readFile(join(folder, 'models', `${network.value}.safetensors`));
    files.set(network.url, new Uint8Array(bytes));
  }
  /** @param {object} request */
  const ask = (request) => engine.run({ strokes, engine: 'cpu', ...request }, files);
  for (const network of networks.shown.peek()) {
    const { info, telling, indexed } = await ask({ kind: 'load', url: network.url });
    network.telling = telling;
    network.indexed = indexed;
    network.info.value = info;
  }

  const seen = [];
  const recorded = networks.shown.peek().map(({ value, info, telling, indexed }) => ({
    ...{ name: value, info: info.peek(), telling, indexed, answers: [], maps: [] },
  }));
  for (const angle of ANGLES) {
    const models = networks.shown
      .peek()
      .map((network) => ({ url: network.url, view: looking.viewOf(network) }));
    const reply = await ask({ kind: 'answer', angle, models });
    if (COARSE.includes(angle)) seen.push({ angle, pixels: reply.seen });
    for (const [i, { digit, probabilities, maps, stabilised }] of reply.answers.entries()) {
      recorded[i].answers.push({ digit, probabilities });
      if (STANDS.includes(angle)) {
        recorded[i].maps.push({ angle, view: models[i].view, live: maps, still: stabilised });
      }
    }
  }
  for (const [i, { url }] of networks.shown.peek().entries()) {
    const angle = STANDS[1];
    const { layer } = recorded[i].maps[1].view;
    recorded[i].error = { angle, turn: await ask({ kind: 'turn', url, layer, angle }) };
  }
  return pack({ sample, seen, networks: recorded });
}

/** The engine as in a worker of the page, with its wasm read from the folder. @param {string} folder */
async function start(folder) {
  const module = pathToFileURL(join(folder, 'gsa_net.js')).href;
  const { initSync } = await import(module);
  initSync({ module: await readFile(join(folder, 'gsa_net_bg.wasm')) });
  return new Runner({ module });
}
