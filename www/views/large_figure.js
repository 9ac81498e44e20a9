// A figure for a projector: its picture and its numbers. What it is called and how it is read stands beside it, or is said.

export const style = `
:host([large]) :is(figcaption, .sub, .key, .note, .figure-foot:not(:has([data-failed]))) { display: none; }
:host([large]) .figure { gap: 0; }
:host([large]) .figure-body > * { padding: 0; border: 0; border-radius: 0; background: none; }
:host([large]) .figure-foot :is(details, .save) { display: none; }
:host([large]) svg { font-size: 0.75rem; }
:host([large]) .theorem text { font-size: 0.75rem; }
`;
