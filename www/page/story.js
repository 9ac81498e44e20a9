// What the story talks about is set on the pad when one asks for it; the visitor's own is given back.

/** @import { GsaDemo } from '../element.js' */

/** @param {GsaDemo} demo */
export function tellStory(demo) {
  /** What was there before; of what is looked at inside, only where that was changed. @type {Pick<GsaDemo, 'strokes' | 'angle' | 'networks'> & Partial<Pick<GsaDemo, 'choices'>> | null} */
  let own = null;
  const back = document.createElement('button');
  back.type = 'button';
  back.textContent = 'Give mine back';

  const forget = () => {
    own = null;
    back.remove();
  };
  for (const place of document.querySelectorAll('.show')) {
    place.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      if (target === back) {
        const before = own;
        forget();
        if (before) {
          const { choices, ...rest } = before;
          Object.assign(demo, rest);
          if (choices) demo.choices = { inside: `only.${choices.inside ?? ''}` };
        }
        place.querySelector('button')?.focus();
        return;
      }
      const { sample, angle: turn, networks: names, inside } = target.dataset;
      const { strokes, angle, networks, choices } = demo;
      own ??= { strokes, angle, networks };
      if (inside) own.choices ??= choices;
      if (names) demo.networks = names.split(' ');
      if (sample) {
        // Taken away first: the same one may have been drawn over.
        demo.removeAttribute('sample');
        demo.setAttribute('sample', sample);
      }
      if (turn) demo.angle = Number(turn);
      if (inside) demo.choices = { inside };
      place.append(back);
    });
  }
  // Who draws has something of their own again.
  demo.addEventListener('pointerdown', (event) => {
    const [at] = event.composedPath();
    if (own && at instanceof Element && at.closest('[part~=pad]')) forget();
  });
}
