// Style of the element. The custom properties without the --gsa- prefix are private.

const LIGHT = `
    --gsa-dark: 0;
    --gsa-ground: #faf9f5;
    color-scheme: light;
    --gsa-ink: var(--gsa-light-ink, #1b1d22);
    --gsa-muted: #5b606b;
    --gsa-line: #dfdcd3;
    --gsa-line-strong: #c2beb2;
    --gsa-surface: #ffffff;
    --gsa-sunken: #f0eee6;
    --gsa-ring: #f0eee6;
    --gsa-accent: #2a55c5;
    --gsa-accent-soft: #e3eafb;
    --gsa-on-accent: #ffffff;
    --gsa-other: #6d717b;
    --gsa-other-soft: #ececea;
    --gsa-lost: #a9380f;
    --gsa-lost-soft: #fbe4d8;`;

const DARK = `
    --gsa-dark: 1;
    --gsa-ground: #131417;
    color-scheme: dark;
    --gsa-ink: var(--gsa-dark-ink, #edebe5);
    --gsa-muted: #a7aab3;
    --gsa-line: #33353c;
    --gsa-line-strong: #50535c;
    --gsa-surface: #1b1c21;
    --gsa-sunken: #111215;
    --gsa-ring: #25272d;
    --gsa-accent: #8fb0ff;
    --gsa-accent-soft: #25304e;
    --gsa-on-accent: #10131c;
    --gsa-other: #9ea2ad;
    --gsa-other-soft: #2b2d33;
    --gsa-lost: #ff9d74;
    --gsa-lost-soft: #472616;`;

export const STYLES = `
:host {
  display: block;
  ${LIGHT}
  color: var(--gsa-ink);
  font: 15px/1.45 var(--gsa-font, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  text-align: start;
  -webkit-text-size-adjust: 100%;
}
:host([hidden]) { display: none; }

*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, p, ol, ul, figure, table { margin: 0; padding: 0; }
h2, h3 { font-size: 1rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.005em; }
ol, ul { list-style: none; }
p { text-wrap: pretty; }

.root { container-type: inline-size; display: grid; grid-template-columns: minmax(0, 1fr); gap: 28px; }

/* Where the page is light and this is dark, or the other way round */
.root[data-island] { padding: 20px; border-radius: 20px; background: var(--gsa-ground); }

/* Controls */
button, select, input {
  font: inherit; color: inherit;
  height: 40px; border: 1px solid var(--gsa-line-strong); border-radius: 10px;
  background: var(--gsa-surface);
}
button { padding: 0 14px; cursor: pointer; touch-action: manipulation; -webkit-tap-highlight-color: transparent; }
button:hover:not(:disabled) { border-color: var(--gsa-accent); color: var(--gsa-accent); }
button:disabled { opacity: 0.45; cursor: default; }
button[data-on] { background: var(--gsa-accent); border-color: var(--gsa-accent); color: var(--gsa-on-accent); }
button[data-on]:hover:not(:disabled) { color: var(--gsa-on-accent); }
:focus-visible { outline: 2.5px solid var(--gsa-accent); outline-offset: 2px; }
.icon { width: 18px; height: 18px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }

/* Messages */
.alert, .trouble { display: flex; align-items: center; gap: 12px; }
.alert { padding: 10px 12px 10px 16px; border-radius: 12px; background: var(--gsa-lost-soft); color: var(--gsa-ink); }
.alert p { flex: 1; overflow-wrap: anywhere; }
.alert button, .trouble button { height: 36px; flex: none; }
.alert .dismiss { width: 36px; padding: 0; border-color: transparent; background: none; font-size: 20px; line-height: 1; }

/* Pad and dial */
.top { display: grid; grid-template-columns: minmax(0, 1fr); gap: 28px; }
.draw { display: grid; gap: 16px; align-content: start; justify-items: center; min-width: 0; }
.dial { position: relative; width: min(100%, 400px); aspect-ratio: 1; -webkit-user-select: none; user-select: none; }
.ticks { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; cursor: pointer; }
.ticks circle { fill: none; stroke: var(--gsa-ring); stroke-width: 7.2; }
.ticks line { stroke: var(--gsa-muted); stroke-width: 0.35; stroke-linecap: round; opacity: 0.75; }
.ticks .quarter { stroke: var(--gsa-ink); stroke-width: 0.7; opacity: 1; }
.pad {
  position: absolute; inset: 9%; width: 82%; height: 82%; border-radius: 50%;
  background: var(--gsa-surface); box-shadow: 0 0 0 1px var(--gsa-line-strong);
  cursor: crosshair; touch-action: none;
  -webkit-touch-callout: none; -webkit-tap-highlight-color: transparent;
}
.pad:focus-visible { outline-offset: 1px; }
.root[data-pointer] :is(.pad, .knob):focus-visible { outline: none; }
.hint {
  position: absolute; inset: 9%; display: grid; place-content: center; gap: 2px; text-align: center;
  color: var(--gsa-muted); pointer-events: none; transition: opacity 150ms;
}
.hint > * { justify-self: center; padding: 0 6px; background: var(--gsa-surface); }
.hint b { font-size: 1.2rem; font-weight: 600; color: var(--gsa-ink); }
.hint::before {
  content: ""; justify-self: center; width: 10px; height: 10px; margin-bottom: 10px; border-radius: 50%; background: var(--gsa-accent);
}
.root:not([data-blank]) .hint { opacity: 0; }
.root:is([data-drawing], [data-keys]) .hint { opacity: 0; }
.keys { position: absolute; inset: auto 0 16%; display: none; text-align: center; font-size: 0.8125rem; color: var(--gsa-muted); pointer-events: none; }
.root[data-keys] .keys { display: block; }
.arm { position: absolute; left: 50%; top: 50%; width: 46%; height: 0; transform-origin: 0 0; pointer-events: none; transform: rotate(var(--angle, 0deg)); }
.knob {
  position: absolute; left: 100%; top: 0; width: 44px; height: 44px; margin: -22px; border-radius: 50%;
  pointer-events: auto; cursor: grab; touch-action: none; -webkit-tap-highlight-color: transparent;
}
.knob::before {
  content: ""; position: absolute; inset: 9px; border-radius: 50%;
  background: var(--gsa-accent); box-shadow: 0 0 0 3px var(--gsa-surface), 0 1px 5px 2px rgb(0 0 0 / 0.25);
}
.knob:active { cursor: grabbing; }
.knob:focus-visible { outline-offset: -3px; }

.tools { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; width: min(100%, 330px); }
.tools button { display: inline-flex; justify-content: center; align-items: center; gap: 6px; padding: 0 8px 0 4px; }
.angle { position: absolute; inset: 0 0 auto auto; font-size: 1.25rem; line-height: 1; font-weight: 650; font-variant-numeric: tabular-nums; }
.spin .stop-icon, .spin[data-on] .spin-icon { display: none; }
.spin[data-on] .stop-icon { display: block; }
.samples { display: grid; grid-template-columns: repeat(10, 1fr); gap: 4px; width: min(100%, 400px); }
.samples button { padding: 0; height: auto; aspect-ratio: 1; min-width: 0; border-color: transparent; background: none; border-radius: 8px; display: grid; place-items: center; color: var(--gsa-muted); }
.samples button:hover { background: var(--gsa-sunken); }
.samples svg { width: 78%; height: 78%; fill: none; stroke: currentColor; stroke-width: 0.075; stroke-linecap: round; stroke-linejoin: round; overflow: visible; }

/* Answers */
.answers { display: grid; gap: 20px; align-content: start; min-width: 0; }
.seen-row { display: grid; grid-template-columns: auto 1fr; gap: 16px; align-items: center; }
.seen { width: 84px; height: 84px; border-radius: 8px; background: #000; image-rendering: pixelated; }
.seen-row p, .sweeps .hint-line, .inside-head p { color: var(--gsa-muted); font-size: 0.875rem; }
.panels { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
.root[data-single] .panels { grid-template-columns: minmax(0, 1fr); }
.root[data-single] :is(.other, .errors .other) { display: none !important; }
.panel {
  display: grid; grid-template: auto 1fr auto / minmax(0, 1fr); gap: 12px; min-width: 0; padding: 14px 14px 12px;
  border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); position: relative;
}
.panel > footer { grid-row: 3; }
.panel header { display: flex; justify-content: space-between; align-items: flex-start; gap: 8px; }
.panel header > :first-child { min-width: 0; overflow-wrap: anywhere; }
.panel .note, .card .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.digit { font-size: 3.1rem; line-height: 0.95; font-weight: 700; font-variant-numeric: tabular-nums; letter-spacing: -0.03em; }
.main .digit { color: var(--gsa-accent); }
.other .digit { color: var(--gsa-other); }
.panel[data-state="lost"] .digit { color: var(--gsa-lost); }
.panel[data-state="blank"] .digit { color: var(--gsa-line-strong); font-weight: 400; }
.bars { display: grid; gap: 3px; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.bars li { display: grid; grid-template-columns: 0.8em minmax(0, 1fr) 3.5em; gap: 8px; align-items: center; line-height: 1.35; color: var(--gsa-muted); }
.bars .track { height: 10px; border-radius: 3px; background: var(--gsa-sunken); overflow: hidden; }
.bars .bar { display: block; height: 100%; width: 100%; transform-origin: 0 50%; transition: transform 110ms ease-out; background: var(--bar); opacity: 0.55; }
.main { --bar: var(--gsa-accent); }
.other { --bar: var(--gsa-other); }
.panel[data-state="lost"] { --bar: var(--gsa-lost); }
.bars .best { color: var(--gsa-ink); font-weight: 650; }
.bars .best .bar { opacity: 1; }
.bars .value { text-align: right; white-space: nowrap; }
.panel .blank { display: none; grid-area: 2 / 1; place-self: center; padding: 4px 12px; border-radius: 99px; background: var(--gsa-surface); color: var(--gsa-muted); font-size: 0.9375rem; text-align: center; z-index: 1; }
.panel .bars { grid-area: 2 / 1; }
.panel[data-state="blank"] .blank { display: block; }
.panel[data-state="blank"] .bars { opacity: 0.45; }
.panel .trouble { grid-area: 2 / 1; justify-content: center; flex-direction: column; align-items: flex-start; font-size: 0.875rem; overflow-wrap: anywhere; }
.panel[data-trouble] :is(.bars, .blank) { display: none; }
.panel footer { display: flex; justify-content: space-between; gap: 8px; min-height: 1.3em; font-size: 0.8125rem; color: var(--gsa-muted); font-variant-numeric: tabular-nums; }
.panel .time { white-space: nowrap; }
.panel[data-state="lost"] .verdict { color: var(--gsa-lost); font-weight: 600; }

/* All the way round */
.sweeps { display: grid; gap: 6px; }
.sweep { display: grid; grid-template-columns: 1fr auto; gap: 4px 8px; align-items: center; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.sweep .model { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.sweep .count { text-align: right; color: var(--gsa-muted); white-space: nowrap; }
.strip { grid-column: 1 / -1; grid-row: 2; display: grid; grid-template-columns: repeat(24, minmax(0, 1fr)); gap: 1px; border-radius: 6px; overflow: hidden; }
.cell { height: 26px; display: grid; place-items: center; background: var(--gsa-ring); cursor: pointer; font-size: 0.75rem; }
.cell.kept { background: var(--soft); color: var(--bar); }
.sweep.main { --soft: var(--gsa-accent-soft); }
.sweep.other { --soft: var(--gsa-other-soft); }
.cell.kept { color: var(--gsa-ink); }
.cell.lost { background: var(--gsa-lost-soft); color: var(--gsa-lost); font-weight: 700; }
.cell.here { box-shadow: inset 0 -3px 0 var(--gsa-ink); }
.scale { display: grid; grid-template-columns: repeat(4, 1fr); font-size: 0.75rem; color: var(--gsa-muted); }

/* Feature maps */
.inside { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; min-width: 0; }
.inside-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: flex-end; gap: 12px 24px; }
.inside-head > div:first-child { flex: 1 1 20rem; }
.choose { display: flex; flex-wrap: wrap; gap: 8px 16px; }
.choose label { display: inline-flex; align-items: center; gap: 8px; font-size: 0.875rem; color: var(--gsa-muted); }
.choose select, .choose input { color: var(--gsa-ink); }
.choose select { padding: 0 8px; max-width: 13em; }
.stepper { display: inline-flex; }
.stepper button { width: 36px; padding: 0; font-size: 1.2rem; line-height: 1; }
.stepper .less { border-radius: 10px 0 0 10px; }
.stepper .more { border-radius: 0 10px 10px 0; }
.stepper input { width: 3.2em; text-align: center; border-radius: 0; border-inline: 0; -moz-appearance: textfield; appearance: textfield; font-variant-numeric: tabular-nums; }
.stepper input::-webkit-inner-spin-button, .stepper input::-webkit-outer-spin-button { -webkit-appearance: none; margin: 0; }
.stepper :focus-visible { z-index: 1; }
.cards { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
.card { display: grid; grid-template: auto 1fr / minmax(0, 1fr); gap: 10px; min-width: 0; padding: 14px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); }
.card header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; overflow-wrap: anywhere; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.pair figure { display: grid; gap: 6px; justify-items: center; min-width: 0; }
.pair canvas { width: min(100%, 300px); aspect-ratio: 1; }
.pair figcaption { font-size: 0.8125rem; color: var(--gsa-muted); text-align: center; font-variant-numeric: tabular-nums; }
.legend { display: flex; justify-content: center; align-items: center; gap: 8px; color: var(--gsa-muted); font-size: 0.875rem; line-height: 1; }
.ramp { width: 180px; height: 8px; border-radius: 4px; }
.errors { width: 100%; max-width: 720px; border-collapse: collapse; font-size: 0.9375rem; }
.errors caption { text-align: start; padding-bottom: 6px; font-weight: 650; }
.errors .sub { display: inline-block; font-weight: 400; color: var(--gsa-muted); font-size: 0.875rem; }
.errors :is(th, td) { padding: 8px 0 8px 12px; border-top: 1px solid var(--gsa-line); text-align: end; font-variant-numeric: tabular-nums; vertical-align: baseline; }
.errors thead :is(th, td) { border-top: 0; padding-block: 0 6px; font-weight: 600; overflow-wrap: anywhere; }
.errors tbody th { text-align: start; padding-left: 0; font-weight: 400; }
.errors tbody td { min-width: 6.4em; font-weight: 600; transition: opacity 120ms; }
.errors tbody td small { min-height: 1.45em; }
.errors .resampling td small { min-height: 0; }
.errors small { display: block; font-weight: 400; font-size: 0.8125rem; color: var(--gsa-muted); }
.errors thead b { font-weight: inherit; }
.errors td.stale { opacity: 0.4; }
.errors .resampling :is(th, td) { border-top: 0; padding-top: 0; color: var(--gsa-muted); font-weight: 400; }

/* Engine */
.status { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 8px; }
.switch-engine { height: 34px; padding: 0 12px; border-radius: 999px; font-size: 0.8125rem; color: var(--gsa-muted); }
.badge { font-size: 0.8125rem; color: var(--gsa-muted); font-variant-numeric: tabular-nums; }
.badge summary { display: inline-flex; align-items: center; gap: 8px; padding: 6px 12px; border: 1px solid var(--gsa-line); border-radius: 999px; cursor: pointer; list-style: none; min-height: 34px; }
.badge summary::-webkit-details-marker { display: none; }
.badge .dot { width: 8px; height: 8px; border-radius: 50%; background: var(--gsa-line-strong); flex: none; }
.badge[data-state="ready"] .dot { background: #2c9a5b; }
.badge[data-state="note"] .dot { background: #c98a12; }
.badge[data-state="failed"] .dot { background: var(--gsa-lost); }
.badge-more { display: grid; gap: 4px; padding: 8px 12px 0; max-width: 70ch; overflow-wrap: anywhere; }
.live-region { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@container (min-width: 640px) {
  .top { grid-template-columns: minmax(0, 300px) minmax(0, 1fr); gap: 32px; }
  .samples { grid-template-columns: repeat(5, 1fr); width: 240px; }
}
@container (min-width: 900px) {
  .cards { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .root[data-single] .cards { grid-template-columns: minmax(0, 1fr); }
  .top { grid-template-columns: minmax(0, 400px) minmax(0, 1fr); gap: 48px; }
  .samples { grid-template-columns: repeat(10, 1fr); width: min(100%, 400px); }
  .panels { gap: 16px; }
  .sweep { grid-template-columns: 4.4em 1fr 4.4em; }
  .strip { grid-column: auto; grid-row: auto; }
  .scale { margin-inline: calc(5.2em + 8px); }
  .panel { padding: 16px 18px 14px; }
}
@container (max-width: 420px) {
  .panel { padding: 12px 10px 10px; }
  .bars li { grid-template-columns: 0.8em minmax(0, 1fr) 3.6em; gap: 5px; }
  .digit { font-size: 2.6rem; }
  .cell { font-size: 0.625rem; }
  .card { padding: 12px 8px; }
  .pair { gap: 4px; }
  .samples { gap: 0; width: 100%; }
  .samples button { aspect-ratio: 3 / 4; }
}
@container (max-width: 639px) {
  /* The answers stand right below the dial, where a hand that turns it does not hide them. */
  .seen-row { order: 1; }
}
@container (max-width: 899px) {
  .panel footer { min-height: 2.7em; align-items: flex-end; }
}
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { transition: none !important; animation: none !important; }
}
@media (forced-colors: active) {
  .bars .bar { background: CanvasText; forced-color-adjust: none; }
  .knob::before { background: Highlight; forced-color-adjust: none; }
  .cell.lost { text-decoration: underline; }
}
`;

const DARK_STYLES = `:host { ${DARK} }`;

/** One sheet for all elements. @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** @param {string} text */
function sheetOf(text) {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}

/**
 * Gives a shadow root its style, by a copy where sheets cannot be made.
 *
 * @param {ShadowRoot} root
 * @param {boolean} dark
 */
export function adoptStyles(root, dark) {
  const texts = dark ? [STYLES, DARK_STYLES] : [STYLES];
  try {
    root.adoptedStyleSheets = texts.map(sheetOf);
  } catch {
    root.querySelector('style')?.remove();
    const style = document.createElement('style');
    style.textContent = texts.join('\n');
    root.prepend(style);
  }
}
