// What is never shown: how the elements may be written, and how not.

import type { GsaDemo, GsaFigure } from 'gsa-net/define.js';
import { createRef } from 'react';

const demo = createRef<GsaDemo>();
const figure = createRef<GsaFigure>();

export const right = (
  <>
    <gsa-demo
      key="one"
      ref={demo}
      className="wide"
      style={{ maxWidth: 900 }}
      networks={['r4_sa', 'z2_sa']}
      angle="90"
      engine="cpu"
      strokes={[[{ x: 0.1, y: 0.2 }]]}
      onpredict={({ detail }) => detail.prediction?.digit.toFixed()}
    >
      <p slot="lead">Turn it.</p>
    </gsa-demo>
    <gsa-figure ref={figure} name="polar" for="one" theme="dark" />
  </>
);

// @ts-expect-error: there is no such engine.
export const steam = <gsa-demo engine="steam" />;
// @ts-expect-error: there is no such attribute.
export const misspelt = <gsa-demo sampel={3} />;
// @ts-expect-error: a name is a text.
export const numbered = <gsa-figure name={3} />;
