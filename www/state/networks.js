// The networks that an element shows: what was asked for, what came, and what it answers.

/**
 * @import { CodedError } from '../engine/errors.js'
 * @import { Role } from '../views/inside.js'
 * @import { ModelInfo, Prediction } from '../types.d.ts'
 */

/**
 * One network shown.
 *
 * @typedef {object} Slot
 * @property {Role} role
 * @property {string} value  of the attribute
 * @property {string} url
 * @property {string} name  shown
 * @property {ModelInfo | null} info  null until it is loaded
 * @property {number[]} telling  for each layer the channel to look at first
 * @property {CodedError | null} error
 * @property {Prediction | null} prediction
 * @property {Map<string, number>} quarters  errors found, by layer and quarter turns
 */

/** A network that is still to be loaded. @param {Role} role @param {string} value @returns {Slot} */
export function emptySlot(role, value) {
  return {
    role,
    value,
    url: '',
    name: '',
    info: null,
    telling: [],
    error: null,
    prediction: null,
    quarters: new Map(),
  };
}

/** Gives the networks their names; where both are called alike, those by which they were asked for. @param {Slot[]} slots */
export function nameSlots(slots) {
  const [main, other] = slots;
  const alike = main?.info && main.info.name === other?.info?.name;
  for (const slot of slots) {
    // Until its file is here, a network goes by what that will most likely say.
    const name = slot.info?.name ?? slot.value.replace(/_drawn$/, '');
    slot.name = displayName(alike ? slot.value : name);
  }
}

/** @param {string} name  `r4_sa` is R4_SA; of an address only the file is shown */
function displayName(name) {
  if (/^[a-z0-9_]{1,24}$/.test(name)) return name.toUpperCase();
  const file = name.split(/[?#]/)[0].split('/').pop() || name;
  return file.length > 24 ? `${file.slice(0, 23)}…` : file;
}
