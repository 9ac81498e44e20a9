// How large a figure of a slide can be: all of it is in its place, and no letter is too small to be read from the last row. Its picture grows
// and shrinks with what it says; its letters do not go below a least size.

/** The least zoom, in letters of the page: its sizes follow the screen, and so must these. */
const LEAST = 0.027;
/** Narrower than this, in its own pixels, a figure is as on a phone; with what is lost by rounding. */
const NARROW = 561;
/** What a figure's own rem comes down to at least, of the page's: the first where it can, then less, and its smallest letters with it. */
const LETTERS = [0.72, 0.68, 0.64, 0.6, 0.56];
/** Halvings until nobody sees a difference. */
const HALVINGS = 8;
/** How much of its place a figure may leave free, and still be left as it is. */
const MUCH = 0.15;
/** Between the words and the stage below them, of the page's rem. */
const GAP = 0.5;
/** A stage that is smaller cannot be drawn on, in pixels. */
const LEAST_STAGE = 120;

/** Where a figure has no room beside the words it is as on the page, and one scrolls. */
const ROOM = '(min-width: 900px)';

/** The page's rem, in pixels. */
function letters() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** What is lost by rounding where sizes are told as if nothing was zoomed. */
const ROUNDED = 2;

/** Whether something of it is wider than it. @param {HTMLElement} figure */
function isCut({ shadowRoot }) {
  const root = shadowRoot?.querySelector('.root');
  return !!root && root.scrollWidth > root.clientWidth + ROUNDED;
}

/** How far it goes beyond its place, in pixels: as what is round it is high, for WebKit tells sizes of what is zoomed as if it were not. @param {HTMLElement} figure @param {HTMLElement} place */
function excess({ parentElement }, place) {
  return (parentElement?.getBoundingClientRect().height ?? 0) - place.clientHeight;
}

/** As large as it can be. @param {HTMLElement} figure @param {HTMLElement} place */
export function fit(figure, place) {
  release(figure);
  place.removeAttribute('data-scrolls');
  if (!matchMedia(ROOM).matches) return;
  const fits = LETTERS.some((share) => zoomOf(figure, place, share));
  place.toggleAttribute('data-scrolls', !fits);
}

/** The largest zoom at which it fits, for letters of some size. @param {HTMLElement} figure @param {HTMLElement} place @param {number} share */
function zoomOf(figure, place, share) {
  const rem = letters();
  const fits = (/** @type {number} */ zoom) => {
    figure.style.zoom = String(zoom);
    figure.style.setProperty('--gsa-rem', `${Math.max(16, (share * rem) / zoom)}px`);
    return excess(figure, place) <= 0 && !isCut(figure);
  };
  let [least, most] = [LEAST * rem, place.clientWidth / NARROW];
  if (fits(most)) return true;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = Math.sqrt(least * most);
    if (fits(middle)) least = middle;
    else most = middle;
  }
  return fits(least);
}

/** As on the page. @param {HTMLElement} figure */
export function release(figure) {
  for (const name of ['zoom', '--gsa-rem']) figure.style.removeProperty(name);
}

/**
 * Keeps it so: anew when there is another room for it, when it has come, when it has grown, and when it has become much smaller. What has
 * become a little smaller stays as large as it is, or pictures would jump.
 *
 * @param {HTMLElement} figure
 * @param {HTMLElement} place
 * @param {AbortSignal} signal  ends it
 */
export function keepFitted(figure, place, signal) {
  let hasCome = false;
  const anew = () => fit(figure, place);
  const sizes = new ResizeObserver((entries) => {
    const more = excess(figure, place);
    const isOff = more > 1 || more < -MUCH * place.clientHeight;
    if (isOff || entries.some(({ target }) => target === place)) anew();
  });
  for (const each of [figure, place]) sizes.observe(each);
  const state = new MutationObserver(() => {
    if (hasCome || figure.getAttribute('state') !== 'ready') return;
    hasCome = true;
    anew();
  });
  state.observe(figure, { attributeFilter: ['state'] });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    state.disconnect();
    release(figure);
  });
}

/**
 * The stage beside a figure takes what the words leave.
 *
 * @param {HTMLElement} demo
 * @param {HTMLElement} words
 * @param {HTMLElement} place  as high as both together
 * @param {AbortSignal} signal  ends it
 */
export function keepStage(demo, words, place, signal) {
  const measure = () => {
    const left = place.clientHeight - words.offsetHeight - GAP * letters();
    demo.style.setProperty('--gsa-stage', `${Math.max(LEAST_STAGE, Math.floor(left))}px`);
  };
  const sizes = new ResizeObserver(measure);
  for (const each of [words, place]) sizes.observe(each);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    demo.style.removeProperty('--gsa-stage');
  });
}
