/** A graphics card. */
export interface AdapterInfo {
  /** As far as the browser tells it, such as `google swiftshader`. */
  name: string;
  /** Whether it is a program on the processor, so that the CPU engine is faster. */
  software: boolean;
  /** Whether `gpuMilliseconds` is known. */
  timestamps: boolean;
}

/** How far the graphics card is from the CPU. */
export interface SelfTest {
  passed: boolean;
  /** The largest difference in any layer, relative to the largest number there. */
  difference: number;
  /** The layer it is in. */
  layer: string;
}
