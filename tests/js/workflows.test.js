// What CI runs of others is what somebody has looked at: a tag can be moved to another commit, a commit can't.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

const FOLDER = new URL('../../.github/workflows/', import.meta.url);
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

test('an action that is not pinned is found', () => {
  const sha = '11bd71901bbe5b1630ceea73d27597364c9af683';
  assert.match(`actions/checkout@${sha} # v4.2.2`, PINNED);
  for (const other of ['actions/checkout@v4', `actions/checkout@${sha}`, 'a/b@main # v1.2.3']) {
    assert.doesNotMatch(other, PINNED);
  }
});

test('actions are pinned to commits, and say which version that is', async () => {
  let count = 0;
  for (const name of await readdir(FOLDER)) {
    const text = await readFile(new URL(name, FOLDER), 'utf8');
    for (const [, used] of text.matchAll(/^\s*(?:- )?uses: *(.*)$/gm)) {
      assert.match(used, PINNED, `${name}: ${used}`);
      count++;
    }
  }
  assert(count >= 6);
});
