// What a demonstration seldom needs, in one module that is loaded when it is asked for. Nothing else imports it: what figures have of the same comes
// with them.

export { putPlace } from '../state/placing.js';
export { codeOfDemo, copyCode, style } from './embed.js';
