// How the page looks for a class: one thought at a time, as large as the screen allows, in the colours of a projector.

export const style = `
.lessons, .lesson-bar, .lesson-keys {
  display: none;
}
/* Also where the reader's colours are dark. */
html:root[data-view='class'] {
  color-scheme: light;
  --ground: #fff;
  --ink: #000;
  --muted: #3d414a;
  --line: #c9c5ba;
  --accent: #004a94;
  --ordinary: #a33f00;
  /* All sizes follow it, those of the element too. */
  font-size: clamp(16px, min(2.34vw, 4.16vh), 60px);
  scroll-behavior: auto;
}
[data-view='class'] {
  --edge: max(44px, 1.5rem);
}
[data-view='class'] :is(.masthead, .actions, .prose, .skip) {
  display: none;
}
[data-view='class'] body {
  font-size: 1rem;
}
[data-view='class'] #demo {
  display: grid;
  grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
  max-width: none;
  min-height: 100vh;
  min-height: 100dvh;
  margin: 0;
  padding-inline: var(--edge);
}
[data-view='class'] gsa-demo {
  align-self: center;
  --gsa-stage: min(100vh - 4.6rem, 46vw);
}
[data-view='class'] :is(gsa-demo, gsa-figure) {
  --gsa-ground: #fff;
  --gsa-surface: #fff;
  --gsa-ink: #000;
  --gsa-muted: #3d414a;
  --gsa-accent: #004a94;
  --gsa-other: #a33f00;
}
[data-view='class'] .loading {
  min-height: 0 !important;
}
[data-view='class'][data-shows='answers'] gsa-demo::part(inside),
[data-view='class'][data-shows='inside'] gsa-demo::part(answers),
[data-view='class'][data-shows='figure'] gsa-demo::part(inside),
[data-view='class'][data-shows='figure'] gsa-demo::part(answers),
[data-view='class'][data-stage='none'] gsa-demo::part(drawing) {
  display: none;
}

/* A figure of the story, and nothing else of it. */
[data-view='class'][data-shows='figure'] .prose {
  display: grid;
  max-width: none;
}
[data-shows='figure'] .prose > :not([data-current]),
[data-shows='figure'] .prose > [data-current] > :not([data-current], h2) {
  display: none;
}
.of-class:not([data-current]) {
  display: none !important;
}
/* For those who go by headings. */
[data-shows='figure'] .prose h2 {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: 0;
  overflow: hidden;
  clip-path: inset(50%);
}
[data-view='class'] .prose gsa-figure[data-current] {
  min-height: 0;
  margin: 0;
}
@media (min-width: 900px) {
  [data-view='class'][data-shows='figure'] #demo {
    height: 100vh;
    height: 100dvh;
    min-height: 0;
  }
  [data-view='class'][data-shows='figure'] gsa-demo {
    align-self: stretch;
    min-height: 0;
  }
  [data-shows='figure'] .prose {
    align-items: center;
    margin-bottom: 0.5rem;
  }
  .prose[data-scrolls] {
    overflow: auto;
  }
  [data-shows='figure'] .lessons {
    align-self: start;
  }
  [data-shows='figure'] .lessons h1 {
    font-size: 1.2rem;
  }
  [data-shows='figure'] .lessons p {
    font-size: 0.78rem;
  }
}

[data-view='class'] .lessons {
  display: block;
  color: var(--ink);
}
.lessons section:not([data-current]) {
  display: none;
}
.lessons h1 {
  margin: 0;
  font: 700 1.7rem/1.13 var(--serif);
  letter-spacing: -0.01em;
  text-wrap: balance;
}
.lessons h1:focus {
  outline: none;
}
.lessons p {
  margin: 0.5rem 0 0;
  font: 0.9rem/1.35 var(--serif);
  text-wrap: pretty;
}

[data-view='class'] .lesson-bar {
  display: flex;
  justify-content: space-between;
  align-items: center;
  padding-block: 0.4rem;
  color: var(--muted);
  font: 0.667rem/1.4 var(--sans);
}
.lesson-bar p {
  min-height: 1lh;
  margin: 0;
}
.lesson-steps {
  display: flex;
  gap: 5px;
  margin: 0;
  padding: 0;
  list-style: none;
}
.lesson-steps li {
  width: 0.5rem;
  height: 0.27rem;
  border-radius: 1rem;
  background: var(--line);
}
.lesson-steps [data-current] {
  width: 1.15rem;
  background: var(--ink);
}

/* A tap at the edge goes on. */
.lesson-edge {
  display: none;
}
[data-view='class'] .lesson-edge {
  display: block;
  position: fixed;
  inset: 2rem auto 4rem 0;
  width: var(--edge);
  padding: 0;
  border: 0;
  background: none;
  cursor: pointer;
  -webkit-tap-highlight-color: transparent;
}
.lesson-edge[data-do='next'] {
  left: auto !important;
  right: 0;
  rotate: 180deg;
}
.lesson-edge::before {
  content: '';
  position: absolute;
  inset: calc(50% - 0.35rem) auto auto calc(50% - 0.2rem);
  width: 0.6rem;
  height: 0.6rem;
  border: solid var(--muted);
  border-width: 0 0 3px 3px;
  rotate: 45deg;
}
.lesson-edge:hover::before {
  border-color: var(--accent);
}
.lesson-edge:focus-visible {
  outline-offset: -4px;
}
.lesson-edge:disabled {
  visibility: hidden;
}

[data-view='class'] .lesson-keys {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0 0.6rem;
  margin-inline: calc(-1 * var(--edge));
  padding: 0.35rem 1.2rem;
  border-top: 2px solid var(--line);
  font: 0.667rem/1.4 var(--sans);
}
[data-view='class'][data-keys='hidden'] .lesson-keys {
  display: none;
}
.lesson-keys > * {
  min-height: 44px;
  padding: 0;
  border: 0;
  background: none;
  color: var(--ink);
  font: inherit;
  white-space: nowrap;
}
.lesson-keys > span {
  display: flex;
  align-items: center;
  gap: 0.2em;
}
.lesson-keys button {
  cursor: pointer;
}
.lesson-keys button:hover {
  color: var(--accent);
}
.lesson-keys kbd {
  padding: 0.1em 0.45em;
  border: 2px solid currentColor;
  border-radius: 0.35em;
  font: 700 1em/1.3 var(--sans);
}
/* Other networks than those that the lesson speaks of. */
:root[data-taught-turns] .upright-only {
  display: none;
}
@media (max-width: 599px) {
  [data-view='class'] {
    --edge: 1.2rem;
  }
  [data-view='class'] .lesson-edge {
    display: none;
  }
}
@media print {
  [data-view='class'] :is(.lesson-edge, .lesson-keys) {
    display: none !important;
  }
}
`;
