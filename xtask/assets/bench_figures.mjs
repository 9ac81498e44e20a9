// How soon each figure of the story shows what it should, and whether the page scrolls smoothly: what bench_page.mjs measures besides.
// Both run in the page, so they name nothing that is here.

/** So fast one scrolls, in pixels a second: a screen of 800 pixels in half a second. */
export const SCROLL_SPEED = 1600;

/**
 * From the moment that a figure comes into view, and no sooner, until it is ready and painted: by its name, in milliseconds. The page does not
 * come near it before: each is jumped to, as by a link.
 *
 * @param {number} patience  in milliseconds
 */
export async function timeFigures(patience) {
  const taken = {};
  for (const figure of document.querySelectorAll('gsa-figure')) {
    const began = performance.now();
    figure.scrollIntoView({ block: 'start', behavior: 'instant' });
    while (figure.state !== 'ready' && performance.now() - began < patience)
      await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    taken[figure.name] = figure.state === 'ready' ? performance.now() - began : Infinity;
  }
  scrollTo({ top: 0, behavior: 'instant' });
  return taken;
}

/** Scrolls from top to bottom at a steady speed. @param {number} speed  in pixels a second */
export async function scrollThrough(speed) {
  scrollTo({ top: 0, behavior: 'instant' });
  await new Promise(requestAnimationFrame);
  const frames = [];
  const began = await new Promise(requestAnimationFrame);
  let last = began;
  // Figures that come make it longer on the way.
  while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
    scrollTo({ top: ((now - began) * speed) / 1000, behavior: 'instant' });
  }
  frames.sort((a, b) => a - b);
  const at = (share) => frames[Math.floor(share * (frames.length - 1))];
  return { scroll: (1000 * frames.length) / (last - began), scroll95: at(0.95) };
}
