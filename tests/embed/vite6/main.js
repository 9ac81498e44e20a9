import 'gsa-net/define.js';
import init, { prepareStrokes } from 'gsa-net';

// The networks without the element.
globalThis.prepared = async () => {
  await init();
  return prepareStrokes(
    [
      [
        { x: 0.3, y: 0.2 },
        { x: 0.7, y: 0.2 },
        { x: 0.45, y: 0.85 },
      ],
    ],
    30,
  ).pixels.length;
};
