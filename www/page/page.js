// The page round the element: its buttons, and what its address says.

// First, so that the element opens with what was recorded.
import '../opening.js';
import '../define.js';
import { copyLink, followLinks } from './link.js';
import { keepOffline } from './offline.js';
import { tellStory } from './story.js';
import { mountTheme } from './theme.js';
import { followNetworks } from './words.js';

/** @import { GsaDemo } from '../element.js' */

/** How long a reader has to read what a button did. */
const TOLD_MS = 8000;

const demo = /** @type {GsaDemo} */ (document.querySelector('gsa-demo'));

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(selector));
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let silence;

/** @param {string} text */
function tell(text) {
  find('#told').textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => (find('#told').textContent = ''), TOLD_MS);
}

// The page's own buttons stand beside the title where there is room, else below the drawing.
const actions = find('.actions');
const masthead = find('.masthead');
const isNarrow = matchMedia('(max-width: 719px)');
const placeActions = () => {
  actions.slot = isNarrow.matches ? 'actions' : '';
  (isNarrow.matches ? demo : masthead).append(actions);
};
placeActions();
isNarrow.addEventListener('change', placeActions);

mountTheme(find('#theme'), demo);

// ?engine=webgpu or cpu, ?networks=r4_sa,z2_sa: names alone, or a link could make the page ask another host.
const query = new URLSearchParams(location.search);
const [engine, networks] = [query.get('engine'), query.get('networks')];
if (engine) demo.setAttribute('engine', engine);
if (networks && /^[\w-]{1,40}(\s*,\s*[\w-]{1,40}){0,9}$/.test(networks.trim()))
  demo.setAttribute('networks', networks);
else if (networks) tell('This link names networks that the page does not have.');

followNetworks(demo);
followLinks(demo, tell);
const openClass = async () => {
  // What it looks like then comes with it, not after it.
  demo.toggleAttribute('large', true);
  try {
    const { teach } = await import('./class.js');
    teach(find('#class'), demo);
  } catch {
    demo.removeAttribute('large');
    delete document.documentElement.dataset.view;
    tell('The view for a class could not be loaded.');
  }
};
find('#class').addEventListener('click', openClass);
if (query.get('view') === 'class') openClass();
tellStory(demo);
find('#share').addEventListener('click', async () => tell(await copyLink(demo)));
find('#save').addEventListener('click', async () => {
  try {
    const picture = await demo.toBlob();
    const link = document.createElement('a');
    link.download = 'gsa-net.png';
    link.href = URL.createObjectURL(picture);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    tell('The picture is saved.');
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
});

keepOffline();
