// Programs that tests start, and what they say when they are ready.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** @import { ChildProcess } from 'node:child_process' */

/** How long a program may take to begin, on a machine that has much else to do. */
const PATIENCE = 60000;
/** How long a page may take to answer; what it has promised and never keeps is found so. */
export const ANSWER_MS = 120000;

/**
 * Starts a program and waits for what it writes.
 *
 * @param {string} program
 * @param {string[]} given
 * @param {RegExp | null} word  which it writes once it is ready, with one group; null where it writes nothing
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<{ child: ChildProcess, word: string }>}
 */
export async function start(program, given, word, environment = {}) {
  const child = spawn(program, given, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whoever ends the tests ends what they started.
  process.once('exit', () => child.kill('SIGKILL'));
  let said = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  try {
    const found = await new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        // It is read to the end, or the program would have to wait with a full pipe.
        stream.on('data', (text) => {
          if (said.length < 10000) said += text;
          const [, group] = word?.exec(said) ?? [];
          if (group) resolve(group);
        });
      }
      child.on('error', reject);
      if (!word) child.on('spawn', () => resolve(''));
      child.on('exit', (code) => reject(new Error(`${program} ended (${code}): ${said}`)));
      timer = setTimeout(() => reject(new Error(`${program} is not ready: ${said}`)), PATIENCE);
    });
    return { child, word: found };
  } catch (error) {
    await stop(child);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Ends a program, and waits until it has ended. @param {ChildProcess | undefined} child */
export async function stop(child) {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(timer);
}

/** Waits for something that is asked again and again. @template T @param {() => Promise<T>} ask @returns {Promise<T>} */
export async function soon(ask) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/**
 * The full path of a program.
 *
 * @param {string} variable  that may name it
 * @param {string[]} names  in PATH, or whole paths
 */
export function found(variable, ...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) =>
    isAbsolute(name) ? name : folders.map((folder) => join(folder, name)),
  );
  return [process.env[variable], ...paths].find((path) => path && existsSync(path));
}
