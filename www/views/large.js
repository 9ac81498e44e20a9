// For a projector: what can be seen from the last row, in sizes that follow the type of the page. No view, but how the others look.

export const style = `
:host([large]) :is(.samples, .caption, .seen-row, .status, .tools, .compare, .trial, .inside-head p) { display: none; }
:host([large]) .top { gap: 0 40px; }
:host([large]) .top > :is(.answers, .inside) { margin-top: 0.7rem; }
:host([large]) .knob { width: 2rem; height: 2rem; margin: -1rem; }
:host([large]) .knob .angle { font-size: 0.65rem; }
:host([large]) .polar .degrees { font-size: 16px; fill: var(--gsa-ink); }
:host([large]) .polar .read { font-size: 21px; }
:host([large]) .panels { grid-template-columns: minmax(0, 1fr); gap: 0; }
:host([large]) .panel {
  grid-template-columns: 4.6rem minmax(0, 1fr); grid-template-rows: auto 1fr; gap: 0 1rem; padding: 0.6rem 0 0.8rem;
  border: 0; border-top: 3px solid var(--bar); border-radius: 0; background: none;
}
:host([large]) .panel :is(.note, .bars, .time) { display: none; }
:host([large]) .panel .model { font-size: 1.15rem; }
:host([large]) .panel footer { grid-area: 2 / 2; grid-template-columns: minmax(0, 1fr); align-content: start; margin: 0; font-size: 0.875rem; color: var(--gsa-ink); }
:host([large]) .cards { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
`;
