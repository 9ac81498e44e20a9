// Shapes that travel between the element, the engine and the WebAssembly module.

/** A point of a stroke: 0..1 of the pad, x to the right, y down. */
export interface Point {
  x: number;
  y: number;
}

export type Stroke = Point[];

export type EngineChoice = 'auto' | 'webgpu' | 'cpu';

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

export type ErrorCode =
  | 'invalid-angle'
  | 'invalid-engine'
  | 'invalid-model'
  | 'invalid-strokes'
  | 'model-unreachable'
  | 'model-broken'
  | 'model-too-slow'
  | 'engine-unavailable'
  | 'engine-crashed'
  | 'failed';

// ---- The WebAssembly module, as far as the page uses it ----

export interface LayerInfo {
  index: number;
  name: string;
  channels: number;
  elements: number;
  rows: number;
  cols: number;
}

export interface ElementInfo {
  index: number;
  name: string;
  degrees: number;
  mirror: boolean;
}

export interface ModelInfo {
  name: string;
  group: { name: string; order: number; elements: ElementInfo[] };
  parameters: number;
  input: { channels: number; rows: number; cols: number };
  layers: LayerInfo[];
  training: Record<string, unknown> | null;
}

export interface Maps {
  elements: number;
  rows: number;
  cols: number;
  /** [N, H, W] */
  maps: Float32Array;
}

export interface WasmModel {
  info(): ModelInfo;
  predict(pixels: Float32Array): { digit: number; logits: number[]; probabilities: number[] };
  featureMaps(layer: number, channel: number): Maps;
  stabilisedMaps(layer: number, channel: number, degrees: number): Maps;
  equivarianceError(
    pixels: Float32Array,
    layer: number,
    quarterTurns: number,
    mirror: boolean,
  ): number;
  turnError(
    upright: Float32Array,
    turned: Float32Array,
    layer: number,
    degrees: number,
  ): { error: number; resampling: number };
  free(): void;
}

/** As `WasmModel`, on the graphics card: what computes has to be waited for. */
export interface WasmGpuModel {
  info(): ModelInfo;
  predict(
    pixels: Float32Array,
  ): Promise<{ digit: number; logits: number[]; probabilities: number[] }>;
  predictBatch(
    pixels: Float32Array,
  ): Promise<{ digit: number; logits: number[]; probabilities: number[] }[]>;
  featureMaps(layer: number, channel: number): Maps;
  stabilisedMaps(layer: number, channel: number, degrees: number): Maps;
  equivarianceError(
    pixels: Float32Array,
    layer: number,
    quarterTurns: number,
    mirror: boolean,
  ): Promise<number>;
  turnError(
    upright: Float32Array,
    turned: Float32Array,
    layer: number,
    degrees: number,
  ): Promise<{ error: number; resampling: number }>;
  selfTest(): Promise<{ passed: boolean; difference: number; layer: string }>;
  adapterInfo(): { name: string; software: boolean; timestamps: boolean };
  readonly gpuMilliseconds: number | undefined;
  readonly lost: string | undefined;
  free(): void;
}

export interface WasmModule {
  default(input?: { module_or_path: Promise<Response> }): Promise<unknown>;
  Model: new (bytes: Uint8Array) => WasmModel;
  /** Absent from a build without the feature `gpu`. */
  GpuModel?: { create(bytes: Uint8Array): Promise<WasmGpuModel> };
  prepareStrokes(strokes: Stroke[], turnDegrees: number): { pixels: Float32Array; empty: boolean };
  version(): string;
}

// ---- Requests to the runner and its replies ----

/** A layer and channel to look at. */
export interface View {
  layer: number;
  channel: number;
}

/** The same as a person left it. */
export interface Looking extends View {
  /** Whether the channel was chosen by the person. */
  chosen: boolean;
}

export type Request =
  | { kind: 'load'; url: string; engine: EngineChoice }
  | {
      kind: 'answer';
      strokes: Stroke[];
      angle: number;
      engine: EngineChoice;
      models: { url: string; view: View | null }[];
    }
  | { kind: 'ask'; strokes: Stroke[]; angles: number[]; engine: EngineChoice; url: string }
  | {
      kind: 'quarter';
      strokes: Stroke[];
      engine: EngineChoice;
      url: string;
      layer: number;
      quarterTurns: number;
    }
  | {
      kind: 'turn';
      strokes: Stroke[];
      engine: EngineChoice;
      url: string;
      layer: number;
      angle: number;
    };

/** Model files by address. */
export type Files = Map<string, Uint8Array>;

/** Where the engine runs. */
export type EnginePlace = 'worker' | 'blob worker' | 'main thread';

/** A graphics card, as far as it matters here. */
export interface CardFacts {
  /** Its name, as far as the browser tells. */
  adapter: string;
  /** Whether it is a program on the processor. */
  software: boolean;
  /** The self-test's largest difference from the CPU. */
  difference: number;
}

/** Which engine answered, and why that one. */
export interface EngineReport {
  name: 'cpu' | 'webgpu';
  /** Why it is not what was asked for, in plain words; empty when it is. */
  note: string;
  /** Why it was chosen, where there was a choice. */
  why: string;
  /** The card, where it answered; with the milliseconds it took by its own clock, where it has one. */
  card: (CardFacts & { milliseconds: number | null }) | null;
  /** Of the package. */
  version: string;
  /** Whether the CPU's engine uses SIMD. */
  simd: boolean;
}

export interface Answer {
  url: string;
  digit: number;
  probabilities: number[];
  milliseconds: number;
  maps: Maps | null;
  stabilised: Maps | null;
  engine: EngineReport;
}

export interface AnswerReply {
  empty: boolean;
  /** 28×28, what the network sees. */
  seen: Float32Array;
  answers: Answer[];
}

/** Instead of any other reply: addresses of networks that are neither here nor came with the request. */
export interface MissingReply {
  missing: string[];
}

export interface LoadReply {
  info: ModelInfo;
  /** For each layer the channel to look at first. */
  telling: number[];
  engine: EngineReport;
}

export interface AskReply {
  /** For the first of the angles, as many as were answered in one go; none where nothing is drawn. */
  answers: Pick<Answer, 'digit' | 'probabilities'>[];
}

export interface QuarterReply {
  error: number;
}

export interface TurnReply {
  error: number;
  resampling: number;
}

/** Settings of the engine; every address can be overridden. */
export interface Settings {
  /** The worker's script. */
  worker?: string | URL;
  /** The JavaScript of the WebAssembly package. */
  module?: string | URL;
  /** The .wasm file. */
  wasm?: string | URL;
  /** The two of the build for browsers without SIMD. Where only those with SIMD are moved, other browsers are told that they can't. */
  plain?: { module: string | URL; wasm?: string | URL };
  /** Addresses of the models that have names. */
  models?: Record<string, string | URL>;
}

/** What a worker is told first. */
export interface Hello {
  hello: {
    module?: string;
    wasm?: string;
    plain?: { module: string; wasm?: string };
    /** How often it was started before. */
    attempt?: number;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gsa-demo': import('./element.js').GsaDemo;
  }
  interface HTMLElementEventMap {
    predict: CustomEvent<PredictDetail>;
  }
}
