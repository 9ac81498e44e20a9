// What users of the element see of it.

import type { EngineChoice, EngineReport } from './engine/choice.js';
import type { ErrorCode } from './engine/errors.js';
import type { Answer as AnswerOf, View as ViewOf } from './engine/requests/answer.js';
import type { Stroke as StrokeOf } from './engine/requests/request.js';
import type { FeatureMaps, GroupElementInfo, ModelInfo, Point } from '../pkg/gsa_net.js';

export type { EngineChoice, EngineReport, ModelInfo, Point };
export type Stroke = StrokeOf;
export type Answer = AnswerOf;
export type View = ViewOf;
export type Maps = FeatureMaps;
export type ElementInfo = GroupElementInfo;
export type { AnswerReply } from './engine/requests/answer.js';

/** The same as a person left it. */
export interface Looking extends View {
  /** Whether the channel was chosen by the person. */
  chosen: boolean;
}

/** What a network says of the drawing. */
export interface Prediction {
  digit: number;
  /** Ten numbers that sum to one. */
  probabilities: number[];
  /** Name of the network, as its file says it. */
  model: string;
  engine: 'cpu' | 'webgpu';
  /** Time of the forward pass alone. */
  milliseconds: number;
}

export interface PredictDetail {
  prediction: Prediction | null;
  predictions: Prediction[];
  /** Degrees, counter-clockwise. */
  angle: number;
}

export interface ErrorDetail {
  /** What kind of thing went wrong. */
  code: ErrorCode;
  message: string;
  /** Value of the `model` or `compare` attribute concerned, when one is. */
  model?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'gsa-demo': import('./element.js').GsaDemo;
  }
  interface HTMLElementEventMap {
    predict: CustomEvent<PredictDetail>;
  }
}
