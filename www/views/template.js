// The inside of the element.

const ICONS = {
  undo: '<path d="M7 4 3 8l4 4M3.5 8H11a4 4 0 0 1 0 8H8" />',
  clear: '<path d="M5 5l10 10M15 5 5 15" />',
  spin: '<path d="M16 10a6 6 0 1 1-1.8-4.3M14.5 2.5v3.5H11" transform="matrix(-1 0 0 1 20 0)" />',
  stop: '<path d="M6.5 6.5h7v7h-7z" />',
};

/** @param {keyof typeof ICONS} name */
function icon(name) {
  return `<svg class="icon ${name}-icon" viewBox="0 0 20 20" aria-hidden="true">${ICONS[name]}</svg>`;
}

/** @param {'main' | 'other'} role */
function panel(role) {
  return `
    <section class="panel ${role}" part="answer" data-state="blank" role="group">
      <header>
        <div><h3 class="model"></h3><p class="note"></p></div>
        <div class="digit" part="digit">–</div>
      </header>
      <ol class="bars" part="bars"></ol>
      <p class="blank">Draw something</p>
      <div class="trouble" role="alert" hidden>
        <p></p>
        <button type="button" class="retry">Try again</button>
      </div>
      <footer><span class="verdict" title="± is the largest change of a probability since upright"></span><span class="time"></span></footer>
    </section>`;
}

/** @param {'main' | 'other'} role */
function strip(role) {
  return `
    <div class="sweep ${role}">
      <span class="model"></span>
      <div class="strip" role="img"></div>
      <span class="count"></span>
    </div>`;
}

/** @param {'main' | 'other'} role */
function card(role) {
  return `
    <section class="card ${role}" part="maps" role="group">
      <header><h3 class="model"></h3><p class="note"></p></header>
      <div class="pair">
        <figure>
          <canvas class="live" role="img" aria-label="Feature maps as computed"></canvas>
          <figcaption>as computed</figcaption>
        </figure>
        <figure>
          <canvas class="still" role="img" aria-label="The same maps, turned back"></canvas>
          <figcaption>turned back <span class="by"></span></figcaption>
        </figure>
      </div>
    </section>`;
}

function ticks() {
  let marks = '';
  for (let degrees = 0; degrees < 360; degrees += 15) {
    const size = degrees % 90 === 0 ? 'quarter' : degrees % 45 === 0 ? 'eighth' : 'small';
    const length = { quarter: 3.4, eighth: 2.4, small: 1.4 }[size];
    marks += `<line class="${size}" x1="${46 - length / 2}" x2="${46 + length / 2}" y1="0" y2="0" transform="rotate(${-degrees})" />`;
  }
  return `<svg class="ticks" viewBox="-50 -50 100 100" aria-hidden="true"><circle r="46" />${marks}</svg>`;
}

export const TEMPLATE = `
<div class="root" part="root">
  <div class="alert" part="alert" role="alert" hidden>
    <p></p>
    <button type="button" class="retry">Try again</button>
    <button type="button" class="dismiss" aria-label="Close this message">×</button>
  </div>

  <div class="top">
    <section class="draw" role="group" aria-label="Drawing">
      <div class="dial" part="dial">
        ${ticks()}
        <output class="angle" part="angle" aria-hidden="true">0°</output>
        <canvas class="pad" part="pad" tabindex="0" role="application" aria-label="Drawing pad"></canvas>
        <p class="hint" aria-hidden="true"><b>Draw a digit</b><span>or take one from below</span></p>
        <p class="keys" aria-hidden="true">Arrows move, Space draws, Enter ends</p>
        <div class="arm"><div class="knob" part="knob" role="slider" tabindex="0"
          aria-label="Turn the drawing" aria-valuemin="0" aria-valuemax="359" aria-valuenow="0"></div></div>
      </div>
      <div class="tools" role="group" aria-label="Tools">
        <button type="button" class="undo" title="Undo (Ctrl+Z)">${icon('undo')}Undo</button>
        <button type="button" class="clear">${icon('clear')}Clear</button>
        <button type="button" class="spin">${icon('spin')}${icon('stop')}<span>Spin</span></button>
      </div>
      <div class="samples" part="samples" role="group" aria-label="Sample digits"></div>
      <slot name="actions"></slot>
    </section>

    <section class="answers" role="group" aria-label="Answers">
      <div class="seen-row">
        <canvas class="seen" part="seen" role="img" aria-label="What the networks see"></canvas>
        <div>
          <h2>What the networks see</h2>
          <p>Your drawing as 28 × 28 grey pixels, centred by its weight, at a size that does not depend on the turn.</p>
        </div>
      </div>
      <div class="panels">${panel('main')}${panel('other')}</div>
      <div class="sweeps" part="sweep">
        <h2>The answers at 24 angles</h2>
        <p class="hint-line"></p>
        ${strip('main')}${strip('other')}
        <div class="scale" aria-hidden="true"><span>0°</span><span>90°</span><span>180°</span><span>270°</span></div>
      </div>
    </section>
  </div>

  <section class="inside" role="group" aria-label="Feature maps">
    <header class="inside-head">
      <div>
        <h2>Inside the networks</h2>
        <p>One feature map for each rotation of the group, at its angle on the circle. Blue is negative, orange positive. Shown first: the channel whose maps differ most.</p>
      </div>
      <div class="choose">
        <label>Layer <select class="layer"></select></label>
        <label class="channel-label">Channel
          <span class="stepper">
            <button type="button" class="less" aria-label="Previous channel">‹</button>
            <input class="channel" type="number" inputmode="numeric" min="1" value="1" />
            <button type="button" class="more" aria-label="Next channel">›</button>
          </span>
        </label>
      </div>
    </header>
    <div class="cards">${card('main')}${card('other')}</div>
    <div class="legend" aria-hidden="true"><span>−</span><canvas class="ramp"></canvas><span>+</span></div>
    <table class="errors" part="errors">
      <caption>Relative equivariance error of this layer <span class="sub">‖<i>f</i>(<i>gp</i>) − <i>g f</i>(<i>p</i>)‖ / ‖<i>f</i>(<i>p</i>)‖, all channels</span></caption>
      <thead><tr><td></td><th scope="col" class="main-name"><b></b><small></small></th><th scope="col" class="other-name other"><b></b><small></small></th></tr></thead>
      <tbody>
        <tr class="quarter"><th scope="row">Turned by <b class="quarter-angle">90°</b> exactly</th><td class="main"></td><td class="other"></td></tr>
        <tr class="turn"><th scope="row">Turned by <b class="turn-angle">0°</b>, as the dial stands</th><td class="main"></td><td class="other"></td></tr>
        <tr class="resampling"><th scope="row">Resampling the maps alone</th><td class="main"></td><td class="other"></td></tr>
      </tbody>
    </table>
  </section>

  <div class="status">
    <details class="badge" part="badge">
      <summary><span class="dot"></span><span class="badge-text">Starting…</span></summary>
      <ul class="badge-more"></ul>
    </details>
    <button type="button" class="switch-engine" part="switch-engine" hidden></button>
  </div>

  <p class="live-region" role="status" aria-live="polite"></p>
</div>`;
