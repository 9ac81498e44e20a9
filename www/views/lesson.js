// What the networks have learnt from, where all of them might have learnt otherwise: one press for all places.

import { isInReach } from '../engine/catalogue.js';
import { settings } from '../engine/settings.js';
import { lessonOf, taught } from '../state/choice.js';
import { addSegments } from '../ui/segments.js';
import { watch } from '../watch.js';

/** @import { Demo } from '../state/demo.js' */

/** @param {string} name */
const isThere = (name) => Object.hasOwn(settings.models, name) && isInReach(name);

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const { element, show } = addSegments(
    root,
    'They learnt',
    { upright: 'upright digits', drawn: 'every turn' },
    (lesson) => demo.pick(taught(demo.values, lesson, isThere)),
    signal,
  );
  element.classList.add('lesson');
  watch(signal, () => {
    const values = demo.networks.shown.value.map(({ value }) => value);
    const { lesson, canSwitch } = lessonOf(values, isThere);
    element.hidden = !canSwitch;
    show(lesson);
  });
}
