// Reads out what the networks say, for those who do not see it: after a stroke the answers, after a turn what stayed and what changed.

import { add, write } from '../ui/dom.js';
import { sayAnswers, spokenOf } from './sentences.js';
import { watch } from '../watch.js';

/** @import { Demo } from '../state/demo.js' */

/** How long an answer must stand before it is read out, */
const QUIET_MS = 900;
/** and how long that waits for the upright one that it is compared with. */
const COMPARE_MS = 3000;

/** Where drawing and angle stand among what a sentence is about. */
const [DRAWING, ANGLE] = [0, 1];

const UNTAUGHT = 'With random weights the answers mean nothing.';
const BLANK = {
  empty: 'The pad is empty.',
  nearly: 'There is too little on the pad to read.',
};

export const style = `
.live-region { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const live = add(root, '<p class="live-region" role="status" aria-live="polite"></p>');
  const { asking, drawing, networks, turning } = demo;
  /** What the last sentence was about. @type {unknown[]} */
  let told = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let clock;

  /** What it would be about now: a drawing, an angle, networks, what is tried with them. */
  const about = () => [
    drawing.strokes.peek(),
    turning.angle.peek(),
    networks.version,
    networks.loaded.peek().length,
    demo.isUntaught.peek(),
  ];

  const sentence = () => {
    const now = about();
    const isTurned = told.length > 0 && told.every((part, i) => i === ANGLE || part === now[i]);
    const blank = asking.blank.peek();
    if (blank) return isTurned || (told.length === 0 && blank === 'empty') ? '' : BLANK[blank];
    const degrees = Math.round(turning.angle.peek()) % 360;
    if (demo.isUntaught.peek()) {
      if (told[DRAWING] !== now[DRAWING]) return UNTAUGHT;
      // That they are random, one is told where one makes them so.
      if (told[ANGLE] === now[ANGLE]) return '';
      return `${degrees ? `Turned by ${degrees}°` : 'Upright'}. ${UNTAUGHT}`;
    }
    return sayAnswers(spokenOf(demo), isTurned ? 'turned' : 'drawn');
  };

  const speak = () => {
    const next = about();
    if (next.every((part, i) => part === told[i])) return;
    const text = sentence();
    told = next;
    if (text) write(live, text);
  };

  watch(signal, () => {
    // Each answer counts: while they come, nothing stands.
    void [asking.answers.value, asking.blank.value, demo.isUntaught.value];
    const shown = networks.shown.value.flatMap((network) => network.shown.value ?? []);
    clearTimeout(clock);
    const isStill = !turning.moves.value && !drawing.pen.value.down;
    const isCurrent = shown.every(({ angle }) => angle === turning.angle.value);
    if (!isStill || !isCurrent || (shown.length === 0 && !asking.blank.peek())) return;
    const isCompared = shown.every(({ angle, upright }) => angle === 0 || upright);
    clock = setTimeout(speak, isCompared || demo.isUntaught.peek() ? QUIET_MS : COMPARE_MS);
  });
  signal.addEventListener('abort', () => clearTimeout(clock));
}
