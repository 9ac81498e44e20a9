'use client';

import 'gsa-net/define.js';
import init, { prepareStrokes } from 'gsa-net';
import { useEffect } from 'react';

const SEVEN = [
  [
    { x: 0.3, y: 0.2 },
    { x: 0.7, y: 0.2 },
    { x: 0.45, y: 0.85 },
  ],
];

/** The networks without the element. */
async function prepared() {
  await init();
  return prepareStrokes(SEVEN, 30)?.pixels.length;
}

export default function Page() {
  useEffect(() => {
    Object.assign(globalThis, { prepared });
  }, []);
  return (
    <main>
      <gsa-demo sample="3" angle={90} />
      <gsa-figure name="polar" />
    </main>
  );
}
