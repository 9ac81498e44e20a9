// Prints the logits of ONNX files by ONNX Runtime, one JSON list a line: node onnx.mjs PICTURE MODEL.onnx...
// PICTURE: 28 × 28 numbers of four bytes.

import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web';

const [picture, ...models] = process.argv.slice(2);
ort.env.wasm.numThreads = 1;
const { buffer, byteOffset } = await readFile(picture);
const x = new ort.Tensor('float32', new Float32Array(buffer, byteOffset, 28 * 28), [1, 1, 28, 28]);
for (const model of models) {
  const session = await ort.InferenceSession.create(await readFile(model));
  const { logits } = await session.run({ x });
  console.log(JSON.stringify([...logits.data]));
}
