// What users of the element see of it.

import type {} from './jsx.d.ts';
import type { Point } from './gsa_net.js';
import type { ErrorCode } from './engine/errors.js';

/** What the pen draws at once, in the order of its points. */
export type Stroke = Point[];

export type EngineChoice = 'auto' | 'webgpu' | 'cpu';

/** What is changed in the networks, to see what each part is for. */
export interface Trial {
  weights: 'trained' | 'random';
  /** Of the random ones. */
  seed: number;
  positions: 'turning' | 'still';
  index: 'exact' | 'published';
}

/** What a network says of the drawing. */
export interface NetworkPrediction {
  digit: number;
  /** Ten numbers that sum to one. */
  probabilities: number[];
  /** The network as it was asked for; of one that is no built-in one, the name that its file says. */
  model: string;
  engine: 'cpu' | 'webgpu';
  /** Time of the forward pass alone. */
  milliseconds: number;
}

export interface PredictDetail {
  prediction: NetworkPrediction | null;
  predictions: NetworkPrediction[];
  /** Degrees, counter-clockwise. */
  angle: number;
}

export interface NetworksDetail {
  /** Names or addresses, in the order in which they are shown. */
  networks: string[];
}

export interface ErrorDetail {
  /** What kind of thing went wrong. */
  code: ErrorCode;
  message: string;
  /** By which the network concerned was asked for, when one is. */
  model?: string;
}

/** Whether a figure shows what it should. */
export type FigureState = 'waiting' | 'ready' | 'failed';

/** Numbers behind a figure; an empty text where one is still to come. */
export interface FigureTable {
  columns: string[];
  rows: (string | number)[][];
}

declare global {
  interface HTMLElementTagNameMap {
    'gsa-demo': import('./element.js').GsaDemo;
    'gsa-figure': import('./figure.js').GsaFigure;
  }
  interface HTMLElementEventMap {
    predict: CustomEvent<PredictDetail>;
    networks: CustomEvent<NetworksDetail>;
  }
}
