// Which networks there are, and what is known of each: its description is read from its file, how well it reads from its card, what it
// costs from docs/cost.csv. No figure stands here.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { halved } from './half.mjs';

/**
 * Where a network is, and what tells how well it reads: its card, or its line among those trained alike.
 *
 * @typedef {{ name: string, weights: string, card?: string, row?: string }} Source
 */

/** In the order in which they are shown, within a family those that learnt least first. @type {Source[]} */
const NETWORKS = [
  ...['z2_sa_upright', 'z2_sa', 'z2_sa_drawn'].map(fromCard),
  ...['r8f_sa_upright', 'r8f_sa', 'r8f_sa_drawn'].map(fromCard),
  ...['r4_sa_upright', 'r4_sa', 'r4_sa_drawn'].map(fromCard),
  fromTable('r4_sa_published', 'r4_sa-4-epochs-published'),
  fromTable('r8_sa', 'r8_sa-from-r4'),
  fromTable('r12_sa', 'r12_sa-from-r8'),
  fromTable('r16_sa', 'r16_sa-from-r8'),
  ...['z2_cnn_upright', 'z2_cnn_drawn', 'r4_cnn_upright', 'r4_cnn_drawn'].map(fromCard),
];

/** One with a card of its own. @param {string} name @returns {Source} */
function fromCard(name) {
  return { name, weights: `models/${name}.safetensors`, card: `models/${name}.md` };
}

/** One of those trained alike, under a name that says more. @param {string} name @param {string} file @returns {Source} */
function fromTable(name, file) {
  const weights = `docs/rotmnist/weights/${file}.safetensors`;
  return { name, weights, row: `(weights/${file}.safetensors)` };
}

/**
 * @param {string} root  of the repository
 * @returns {Promise<{ networks: object[], files: Map<string, string> }>} what is known of each, and for the weights of each, by
 *   their name in the package, where they are in the repository
 */
export async function makeCatalogue(root) {
  const read = (/** @type {string} */ name) => readFile(join(root, name), 'utf8');
  const [table, costs, angles, sizes] = await Promise.all([
    read('docs/rotmnist/README.md'),
    read('docs/cost.csv'),
    read('docs/upright/by-angle.csv'),
    read('docs/group-size/group-size.csv'),
  ]);
  const networks = await Promise.all(
    NETWORKS.map(async ({ name, weights, card, row }) => {
      const bytes = await readFile(join(root, weights));
      const { config, training, parameters } = describe(bytes, weights);
      const trained = trainedOn(training.data, name);
      const result = card ? accuracyOf(await read(card), trained, card) : rowOf(table, row ?? '');
      return {
        ...{ name, title: config.name.toUpperCase(), family: familyOf(config) },
        ...{ rotations: config.group.rotations, mirrors: config.group.mirrors },
        ...{ index: config.index, parameters, trained, ...result },
        ...{ bytes: halved(bytes).byteLength, cost: costOf(costs, config) },
        ...byAngleOf(angles, name),
        ...byRotationsOf(sizes, costs, name),
      };
    }),
  );
  return {
    networks,
    files: new Map(NETWORKS.map(({ name, weights }) => [`${name}.safetensors`, weights])),
  };
}

/** What a model file says of itself. @param {Buffer} bytes @param {string} file */
function describe(bytes, file) {
  const length = Number(bytes.readBigUInt64LE(0));
  const { __metadata__: metadata, ...tensors } = JSON.parse(bytes.toString('utf8', 8, 8 + length));
  if (!metadata?.config || !metadata.training) throw new Error(`${file} does not say what it is`);
  // Means and variances are measured, not learnt.
  const learnt = Object.entries(tensors).filter(([name]) => !/\.norm\.(mean|variance)$/.test(name));
  const sizes = learnt.map(([, { shape }]) =>
    shape.reduce((/** @type {number} */ a, /** @type {number} */ b) => a * b, 1),
  );
  return {
    config: JSON.parse(metadata.config),
    training: JSON.parse(metadata.training),
    parameters: sizes.reduce((a, b) => a + b, 0),
  };
}

/** @param {any} config */
function familyOf({ group, query, convolutions }) {
  if (convolutions) return 'convolutional';
  if (group.mirrors) return 'mirrors';
  if (group.rotations === 1) return 'ordinary';
  return query === 'per-frame' ? 'frames' : 'rotations';
}

/** What a network learnt from. @param {string} data @param {string} name */
export function trainedOn(data, name) {
  if (/turned by at most 15°/.test(data)) return 'upright';
  if (/drawings by pen/.test(data)) return 'drawings';
  if (/^rotated MNIST/.test(data)) return 'digits';
  throw new Error(`${name} does not say what it was trained on: ${data}`);
}

/** How a card words the number that counts, by what a network learnt from. @type {Record<string, [RegExp, string]>} */
const WORDS = {
  upright: [/\*\*drawings of the tested writers\*\*.*?\*\*([\d.]+) %\*\* on average/, 'drawings'],
  drawings: [
    /\*\*drawings of the tested writers\*\*.*?\*\*([\d.]+) %\*\* at random angles/,
    'drawings',
  ],
  digits: [/\*\*accuracy on the 50,000\*\* \| \*\*([\d.]+) %\*\*/, 'digits'],
};

/** @param {string} text @param {string} trained @param {string} card */
export function accuracyOf(text, trained, card) {
  const [words, tested] = WORDS[trained];
  const found = words.exec(text)?.[1];
  if (!found) throw new Error(`${card} does not say how many it reads`);
  return { reads: Number(found), tested };
}

/** @param {string} table  lines of the networks trained alike @param {string} link  in the line of the one that is asked for */
export function rowOf(table, link) {
  const cells = table
    .split('\n')
    .find((line) => line.startsWith('|') && line.includes(link))
    ?.split('|');
  // What was read of the 50,000 stands before the weights.
  const found = /([\d.]+) %(?:\*\*)?( of every tenth)?/.exec(cells?.at(-3) ?? '');
  if (!found) throw new Error(`docs/rotmnist/README.md does not say how many ${link} reads`);
  return { reads: Number(found[1]), tested: found[2] ? 'tenth' : 'digits' };
}

/** Milliseconds of a forward pass on the machine of docs/cost.csv, to compare with others; null where that was not measured. @param {string} table @param {any} config */
function costOf(table, { group, query, window, convolutions }) {
  if (convolutions || query === 'per-frame' || group.mirrors || window !== 5) return null;
  const line = table
    .split('\n')
    .find((text) => text.startsWith(`group elements,${group.rotations},`));
  return line ? Number(line.split(',')[2]) : null;
}

/** How many of the angles that a full turn is asked at. */
const ANGLES = 24;

/**
 * Right answers, in per cent, at each angle from upright on; nothing where a network was not asked.
 *
 * @param {string} table  docs/upright/by-angle.csv
 * @param {string} name
 */
export function byAngleOf(table, name) {
  const [head, ...lines] = table.trim().split('\n');
  if (head !== 'network,subject,degrees,right_percent,as_upright_percent') {
    throw new Error(`docs/upright/by-angle.csv has other columns: ${head}`);
  }
  /** @type {Record<string, number[]>} */
  const byAngle = {};
  for (const line of lines) {
    const [network, subject, degrees, right] = line.split(',');
    if (network !== name) continue;
    const list = (byAngle[subject] ??= []);
    if (Number(degrees) !== (360 * list.length) / ANGLES) {
      throw new Error(`docs/upright/by-angle.csv is out of order: ${line}`);
    }
    list.push(Number(right));
  }
  const lists = Object.values(byAngle);
  if (lists.length === 0) return {};
  if (!byAngle.drawings || !byAngle.digits || lists.some((list) => list.length !== ANGLES)) {
    throw new Error(`docs/upright/by-angle.csv lacks angles of ${name}`);
  }
  return { byAngle };
}

/**
 * What the same weights read at other numbers of rotations, from small to large; nothing where that was not asked.
 *
 * @param {string} table  docs/group-size/group-size.csv
 * @param {string} costs  docs/cost.csv
 * @param {string} name
 */
export function byRotationsOf(table, costs, name) {
  const [head, ...lines] = table.trim().split('\n');
  if (head !== 'network,rotations,digits,right_percent,as_trained_percent') {
    throw new Error(`docs/group-size/group-size.csv has other columns: ${head}`);
  }
  const own = lines.filter((line) => line.startsWith(`${name},`));
  if (own.length === 0) return {};
  const byRotations = own.map((line) => {
    const [rotations, digits, right, asTrained] = line.split(',').slice(1).map(Number);
    return { rotations, digits, right, asTrained, cost: costAt(costs, rotations) };
  });
  const isSound = byRotations.every(
    ({ rotations, digits, right, asTrained }, i) =>
      digits === byRotations[0].digits &&
      rotations > (byRotations[i - 1]?.rotations ?? 0) &&
      [right, asTrained].every((percent) => percent >= 0 && percent <= 100),
  );
  if (!isSound) throw new Error(`docs/group-size/group-size.csv is not sound for ${name}`);
  return { byRotations };
}

/** Milliseconds with so many rotations, to compare with others: between those that were measured, as time grows from one to the next. @param {string} costs @param {number} rotations */
function costAt(costs, rotations) {
  const known = costs
    .split('\n')
    .filter((line) => line.startsWith('group elements,'))
    .map((line) => line.split(',').slice(1, 3).map(Number));
  const after = known.find(([value]) => value >= rotations);
  const before = known.findLast(([value]) => value <= rotations);
  if (!before || !after) throw new Error(`docs/cost.csv does not reach ${rotations} rotations`);
  const [from, to] = [before, after].map((pair) => pair.map(Math.log));
  const share = before === after ? 0 : (Math.log(rotations) - from[0]) / (to[0] - from[0]);
  return Number(Math.exp(from[1] + share * (to[1] - from[1])).toPrecision(3));
}
