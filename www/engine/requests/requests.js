// Every kind of request, by name: for where they are answered.

import * as answer from './answer.js';
import * as attention from './attention.js';
import * as batch from './batch.js';
import * as convolution from './convolution.js';
import * as curve from './curve.js';
import * as evidence from './evidence.js';
import * as exactness from './exactness.js';
import * as landscape from './landscape.js';
import * as lifting from './lifting.js';
import * as load from './load.js';
import * as parts from './parts.js';
import * as rotations from './rotations.js';
import * as time from './time.js';
import * as turn from './turn.js';

/**
 * @import { Tools } from '../runner.js'
 * @import { Replies, Request } from './request.js'
 */

/** @type {Record<Request['kind'], { run: (tools: Tools, request: any) => Promise<Replies[Request['kind']]> }>} */
export const REQUESTS = {
  answer,
  attention,
  batch,
  convolution,
  curve,
  evidence,
  exactness,
  landscape,
  lifting,
  load,
  parts,
  rotations,
  time,
  turn,
};
