// On paper: dark ink on white, bars and maps whole, nothing to press. No view, but how the others look.

export const style = `
@media print {
  .root { display: block; padding: 0 !important; background: none !important; }
  .root, .root * { -webkit-print-color-adjust: exact; print-color-adjust: exact; transition: none !important; }
  :is(.tools, .samples, .status, .choose, .compare, .trial, .alert, .dock, .hint, .keys, .ride, .trouble button, .costly, .figure-foot .save, .figure-foot details:not([open]), .figure-word button) { display: none !important; }
  .top { display: grid; grid-template-columns: 60% minmax(0, 1fr); grid-template-rows: none; gap: 14pt 18pt; }
  .draw { position: static; grid-row: 1; }
  .top > .answers { grid-area: 1 / 2; order: 0; align-self: center; }
  .top :is(.inside, .status), .top > ::slotted(*) { grid-column: 1 / -1; margin: 0; }
  .panels { grid-template-columns: minmax(0, 1fr); }
  .panel { border: 0; border-top: 1.5pt solid var(--bar); border-radius: 0; padding: 8pt 0; background: none; }
  .top > *, .maps, .errors, .orientation, .panel { break-inside: avoid; }
  .inside { display: block; break-inside: auto; }
  .inside-head { break-after: avoid; margin-bottom: 10pt; }
  .root :is(.maps, .errors, .orientation) { margin-bottom: 14pt; border-radius: 0; background: none; }
}
`;
