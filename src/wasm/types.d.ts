/** A network as its file describes it. */
export interface ModelInfo {
  /** Name, such as `r4_sa`. */
  name: string;
  group: {
    /** The paper's name: `Z2`, `R4`, `R4M`, … */
    name: string;
    /** Number of elements. */
    order: number;
    elements: GroupElementInfo[];
  };
  /** Number of trained numbers. */
  parameters: number;
  /** The picture that `predict` takes. */
  input: { channels: number; rows: number; cols: number };
  /** The layers whose output can be looked at, in order. */
  layers: LayerInfo[];
  /**
   * Whether the network is exactly equivariant, for whatever weights, to those turns and mirrors of its group that map the picture's
   * pixels to pixels. (`Z2` has none, so nothing can be broken in it.)
   */
  exact: boolean;
  /** What keeps it from that: the published index rule, positions held still, pooling that leaves out a row or a column. */
  whyInexact: string | null;
  /** How the network was trained, where its file says so. */
  training: Record<string, unknown> | null;
}

/** An element of a network's group: mirrors the columns first (where `mirror`), then turns. */
export interface GroupElementInfo {
  index: number;
  /** Such as `90°` or `90° mirrored`. */
  name: string;
  /** Counter-clockwise on the screen. */
  degrees: number;
  mirror: boolean;
}

/** The shape of a layer's output. */
export interface LayerInfo {
  index: number;
  name: string;
  channels: number;
  /** Group elements: one map for each. */
  elements: number;
  rows: number;
  cols: number;
  /** Whether `attention` has an answer for this layer. */
  attention: boolean;
}

/** A network's answer. */
export interface Prediction {
  /** The most probable class. */
  digit: number;
  /** One number a class, before the softmax. */
  logits: number[];
  /** One number a class; they sum to one. */
  probabilities: number[];
}

/** One channel of a layer's output: a map for each group element. */
export interface FeatureMaps {
  elements: number;
  rows: number;
  cols: number;
  /** `[elements, rows, cols]` in one list. */
  maps: Float32Array;
}

/** How far the stabilised maps of a turned picture are from the maps of the upright one. */
export interface TurnError {
  /** Relative distance; 0 where the maps only turn. */
  error: number;
  /** The same distance for maps that are turned forth and back: the share of resampling. */
  resampling: number;
  rows: number;
  cols: number;
  /**
   * Where the error lies, `[rows, cols]` in one list: at each pixel the root mean square over channels and group elements, as a
   * share of that of the upright maps. `NaN` outside the disc that is compared; its mean square is the square of `error`.
   */
  difference: Float32Array;
}

/** What speaks for each class at each group element, before the largest over the elements is taken. */
export interface Evidence {
  classes: number;
  elements: number;
  /** `[classes, elements]` in one list. */
  values: Float32Array;
}

/** A change to a network, to see what it is for; what is left out stays. */
export interface Variant {
  /** Fresh random weights, the same for the same whole number. */
  seed?: number;
  /** How the group argument of the encoding is formed: exactly equivariant, or as in the paper's published code. */
  index?: 'exact' | 'published';
  /** Whether relative positions turn along with the group elements, as they must, or are held still. */
  positions?: 'turning' | 'still';
  /** Another number of rotations, 1 to 64, with the same weights; what encodes group elements is interpolated round the circle. */
  rotations?: number;
}

/** Where one query pixel of an attention layer looks. */
export interface AttentionMap {
  heads: number;
  /** Group elements of the layer's output. */
  outputElements: number;
  /** Group elements of the layer's input. */
  keyElements: number;
  rows: number;
  cols: number;
  /** Of the window round the pixel, in which alone probabilities are not 0; a part of it may lie outside the picture. */
  windowRows: number;
  windowCols: number;
  /** `[heads, outputElements, keyElements, rows, cols]` in one list, the mean over query elements. */
  probabilities: Float32Array;
}

/** An attention layer that is made to be a convolution of the group of quarter turns, beside that convolution. */
export interface ConvolutionByAttention {
  heads: number;
  /** `[heads, keys]` in one list: where each head looks from the first element; keys are places of the filter. */
  patterns: Float32Array;
  /** `[channels, 4, rows, cols]` in one list: what the layer makes of the maps, which go on with zeros. */
  output: Float32Array;
  /** The same of the convolution. */
  target: Float32Array;
  /** The largest difference, as a share of the largest number of the convolution. */
  error: number;
}

/** A network of convolutions beside the same network by attention: `output` and `target` are of one of its convolutions. */
export interface NetworkByAttention extends ConvolutionByAttention {
  rows: number;
  cols: number;
  /** What the network by attention answers. */
  prediction: Prediction;
  /** What the network itself answers. */
  own: Prediction;
}

/**
 * What one query pixel of an attention layer asks, and what it is answered, in lists whose last axis is the fastest. The score of a
 * key is the sum `content + rows + cols + group`, with the factor 1/√C in each; the softmax of an output and a query element runs over all
 * keys inside, and the output is `bias` plus the sum over heads, query elements and keys of probability × `outputs`.
 */
export interface AttentionParts {
  heads: number;
  /** Group elements of the layer's output. */
  outputElements: number;
  /** Group elements of the layer's input: of queries and of keys. */
  queryElements: number;
  windowRows: number;
  windowCols: number;
  /** Of the layer's output. */
  channels: number;
  /** `[windowRows, windowCols]`: 1 where there is a pixel; numbers of other keys are 0, and they take no part. */
  inside: Uint8Array;
  /** q·k, `[heads, queryElements, queryElements (of the key), windowRows, windowCols]`. */
  content: Float32Array;
  /** q·row at the relative row that the output element sees, `[heads, outputElements, queryElements, windowRows, windowCols]`. */
  rows: Float32Array;
  /** q·col, likewise. */
  cols: Float32Array;
  /** q·emb of the relative element, `[heads, outputElements, queryElements, queryElements (of the key)]`; 0 where the layer has none. */
  group: Float32Array;
  /** Queries with the factor in them, `[heads, queryElements, head channels]`: first those that meet rows, then those that meet columns. */
  queries: Float32Array;
  /** What a key adds to the output at probability 1, `[heads, queryElements (of the key), windowRows, windowCols, channels]`. */
  outputs: Float32Array;
  /** `[channels]` */
  bias: Float32Array;
}

/** A layer's encodings of relative rows and columns at some coordinates. */
export interface Encoding {
  rowChannels: number;
  colChannels: number;
  /** `[coordinates, rowChannels]` in one list. */
  rows: Float32Array;
  /** `[coordinates, colChannels]` in one list. */
  cols: Float32Array;
}

/** A point of a stroke in fractions of the drawing pad: x to the right, y down. */
export interface Point {
  x: number;
  y: number;
}

/** The 28×28 picture that a network sees. */
export interface Prepared {
  /** 784 numbers, 0 (background) to 1 (ink), row by row. */
  pixels: Float32Array;
  /** Nothing, or next to nothing, was drawn; the pixels are all 0. */
  empty: boolean;
}
