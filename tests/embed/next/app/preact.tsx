/** @jsxImportSource preact */
// The same in a page of Preact.

import type { GsaDemo } from 'gsa-net/define.js';
import { createRef } from 'preact';

const demo = createRef<GsaDemo>();

export const right = (
  <>
    <gsa-demo key="one" ref={demo} class="wide" sample={3} onpredict={({ detail }) => detail.angle}>
      <p slot="lead">Turn it.</p>
    </gsa-demo>
    <gsa-figure name="polar" style={{ width: '20rem' }} />
  </>
);

// @ts-expect-error: there is no such engine.
export const steam = <gsa-demo engine="steam" />;
