// A user's project: a fixture of this folder copied to where nothing of the repository is near, with what its lock file says and
// with the package as npm would install it.

import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PACKAGE } from '../e2e/server.js';

const run = promisify(execFile);

const FIXTURES = fileURLToPath(new URL('./', import.meta.url));
const NPMRC = fileURLToPath(new URL('../../.npmrc', import.meta.url));
/** Kept between runs, one for each clone: what npm installs is most of the time that all of this takes. */
const WORK = join(
  tmpdir(),
  `gsa-net-embed-${createHash('sha256').update(FIXTURES).digest('hex').slice(0, 12)}`,
);

/** Bundlers that tell their makers of each run are told not to. */
const QUIET = { ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
// Of the tests' own process, and not for a production build.
const { NODE_ENV: _, NODE_OPTIONS: __, NODE_TEST_CONTEXT: ___, ...inherited } = process.env;
const env = { ...inherited, ...QUIET };

/** What npm says where there is no way to the registry. */
const UNREACHABLE =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|E503|E502)\b/;

export class Unreachable extends Error {}

/** @type {Promise<string> | undefined} */
let packed;

/** The package as a file, as it would be published. */
function pack() {
  packed ??= (async () => {
    await mkdir(WORK, { recursive: true });
    const options = ['pack', PACKAGE, '--json', '--pack-destination', WORK];
    const { stdout } = await run('npm', options, { env, maxBuffer: 2 ** 24 });
    return join(WORK, JSON.parse(stdout)[0].filename);
  })();
  return packed;
}

/** @param {string} name  of a fixture @returns {Promise<string>} the folder of its project */
export async function project(name) {
  const folder = join(WORK, name);
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(folder)) {
    if (file !== 'node_modules') await rm(join(folder, file), { recursive: true });
  }
  await cp(join(FIXTURES, name), folder, {
    recursive: true,
    filter: (source) => !source.includes('node_modules'),
  });
  await cp(NPMRC, join(folder, '.npmrc'));
  await install(folder);
  const target = join(folder, 'node_modules/gsa-net');
  for (const left of ['gsa-net', '.vite', '.astro', '.cache']) {
    await rm(join(folder, 'node_modules', left), { recursive: true, force: true });
  }
  await mkdir(target);
  await run('tar', ['xzf', await pack(), '--strip-components=1', '-C', target]);
  return folder;
}

/** What the lock file says, unless it is there. @param {string} folder */
async function install(folder) {
  const lock = await readFile(join(folder, 'package-lock.json'), 'utf8');
  const copy = join(folder, 'node_modules/.installed-lock.json');
  if ((await readFile(copy, 'utf8').catch(() => '')) === lock) return;
  try {
    await run('npm', ['ci', '--prefer-offline'], { cwd: folder, env, maxBuffer: 2 ** 24 });
  } catch (error) {
    const { stderr } = /** @type {{ stderr: string }} */ (error);
    if (UNREACHABLE.test(stderr)) throw new Unreachable(stderr);
    throw error;
  }
  await writeFile(copy, lock);
}

/** @param {string} folder @param {string[]} command  what it says, unless it fails */
async function output(folder, [program, ...options]) {
  const place = { cwd: folder, env, maxBuffer: 2 ** 24 };
  const { stdout, stderr } = await run(program, options, place).catch((error) => {
    throw new Error(`${program} ${options.join(' ')} failed: ${error.stdout}${error.stderr}`);
  });
  return stdout + stderr;
}

/** What the project's own build says. @param {string} folder */
export function build(folder) {
  return output(folder, ['npm', 'run', '--silent', 'build']);
}

/** What a program of the project says. @param {string} folder @param {string[]} command */
export function tool(folder, [name, ...options]) {
  return output(folder, [join(folder, 'node_modules/.bin', name), ...options]);
}

/**
 * Runs a program of the project until it is stopped.
 *
 * @param {string} folder
 * @param {string[]} command
 */
export function server(folder, [name, ...options]) {
  const program = join(folder, 'node_modules/.bin', name);
  // A group of its own: some start others, which are to end with them.
  const child = spawn(program, options, { cwd: folder, env, detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  }
  const ended = new Promise((done) => child.once('exit', done));
  return {
    /** What it printed. */
    get said() {
      return said;
    },
    get isRunning() {
      return child.exitCode === null && child.signalCode === null;
    },
    async stop() {
      if (child.pid && child.exitCode === null && child.signalCode === null) {
        process.kill(-child.pid, 'SIGTERM');
      }
      await ended;
    },
  };
}
