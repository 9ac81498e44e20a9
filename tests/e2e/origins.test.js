// The package, or a file of it, on another server than the page: what works, and what is said where it can't.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SEVEN, pageWith, setUp, until, visit } from './person.js';
import { CLOSED, PREFIX, serve } from './server.js';

/** @import { Person } from './person.js' */
/** @import { Site } from './server.js' */

setUp();

/** @type {Site} */
let other;
before(async () => {
  other = await serve();
});
after(() => other?.close());

/** Under this path it lets nobody else read. @param {string} name */
const closed = (name) => `${other.origin}${CLOSED}${name}`;

const REFUSED =
  /127\.0\.0\.1:\d+ does not let pages of other sites read it.*“Access-Control-Allow-Origin”/;

/** The browser’s own complaints; the last one is for whoever asks for WebGPU on a page’s thread, on a machine without a card. */
const CORS = /CORS policy|ERR_FAILED|No available adapters/;

/** A page that moves some of the files. @param {object} settings */
function moved(settings) {
  const script = `import { configure } from '${PREFIX}define.js';
    configure(${JSON.stringify(settings)});
    document.body.innerHTML = '<gsa-demo></gsa-demo>';`;
  return {
    url: pageWith(`<body><script type="module">${script}</script>`, {}, ''),
    hosts: [new URL(other.origin).host],
    expectErrors: CORS,
  };
}

/** @param {Person} person @param {RegExp} text */
async function alerts(person, text) {
  const alert = person.demo.getByRole('alert').first();
  await until(() => alert.isVisible(), 'the message', 60000);
  await person.reads(alert.locator('p'), text);
}

describe('a server that lets no other site read', () => {
  test('with a network: it is said in the network’s place, and the other one answers', () =>
    visit(
      async (person) => {
        const trouble = person.panel('main').locator('.trouble');
        await until(() => trouble.isVisible(), 'the message');
        assert.match((await trouble.textContent()) ?? '', REFUSED);
        await person.drawWithMouse(SEVEN);
        await person.reads(person.panel('other').locator('.digit'), /\d/);
      },
      moved({ models: { r8f_sa_upright: closed('models/r8f_sa_upright.safetensors') } }),
    ));

  test('with the WebAssembly: it is said, with the file’s address', () =>
    visit((person) => alerts(person, REFUSED), moved({ wasm: closed('gsa_net_bg.wasm') })));

  test('with the list of networks: it is said where the list would be', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.demo.locator('.choose-network.main').click();
        await person.reads(person.demo.locator('[part=picker]'), REFUSED);
      },
      moved({ catalogue: closed('catalogue.json') }),
    ));

  test('with the worker: the page’s own thread answers, and the badge says why', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.drawWithMouse(SEVEN);
        assert.equal((await person.predict())?.digit, 7);
        const more = (await person.demo.locator('.badge-more').textContent()) ?? '';
        assert.match(more, /on the main thread.*No worker: .*No blob worker: /s);
      },
      moved({ worker: closed('worker.js') }),
    ));

  test('with standalone.js: it works, and a network that is not in it is said to be out of reach', () =>
    visit(
      async (person) => {
        await person.reads(person.panel('other').locator('.trouble p'), REFUSED);
        await person.drawWithMouse(SEVEN);
        assert.equal((await person.predict())?.digit, 7);
        const more = await person.demo.locator('.badge-more').textContent();
        assert.match(more ?? '', /in a worker/);
      },
      {
        url: pageWith(
          '<gsa-demo networks="r8f_sa_upright,r16_sa"></gsa-demo>',
          {},
          `<script defer src="${closed('standalone.js')}"></script>`,
        ),
        hosts: [new URL(other.origin).host],
        expectErrors: CORS,
      },
    ));

  test('with the modules: nothing of it runs, and the page’s own words stay in the element’s place', () =>
    visit(
      async (person) => {
        await until(
          async () => /did not let this page/.test(await person.demo.innerText()),
          'the words',
        );
      },
      {
        url: pageWith(
          '<gsa-demo>Loading…</gsa-demo>',
          {},
          `<script type="module" src="${closed('define.js')}" onerror="document.querySelector('gsa-demo').textContent = 'The other server did not let this page have the demonstration.'"></script>`,
        ),
        hosts: [new URL(other.origin).host],
        expectErrors: CORS,
      },
    ));
});

describe('a server that has not got the WebAssembly', () => {
  for (const [what, answer, says] of /** @type {const} */ ([
    ['says so', { status: 404 }, /gsa_net_bg\.wasm: the server answered 404.*bundler/],
    [
      'sends its page instead',
      { contentType: 'text/html', body: '<!doctype html>' },
      /gsa_net_bg\.wasm: the server sent a page in its place.*bundler/,
    ],
  ])) {
    test(`and ${what}: it is told, and what a bundler may have done`, () =>
      visit((person) => alerts(person, says), {
        url: pageWith('<gsa-demo></gsa-demo>'),
        prepare: (page) => page.context().route('**/*.wasm', (route) => route.fulfill(answer)),
        expectErrors: /404|relaxed SIMD/,
      }));
  }
});
