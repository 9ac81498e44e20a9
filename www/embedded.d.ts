// What the bundler puts into modules.

declare module 'embedded:opening' {
  /** What was recorded when the package was made. */
  const packed: import('./state/recording.js').Packed;
  export default packed;
}
declare module 'embedded:models' {
  /** Base64, by name. */
  const models: Record<string, string>;
  export default models;
}
declare module 'embedded:catalogue' {
  /** JSON. */
  const catalogue: string;
  export default catalogue;
}
declare module 'embedded:wasm' {
  /** Base64. */
  const wasm: string;
  export default wasm;
}
declare module 'embedded:worker' {
  /** The script of the worker, in which `base` is the address of modules. */
  const script: string;
  export default script;
}
declare module 'embedded:results' {
  /** What the experiments say, published and here. */
  const results: import('./figures/measured.d.ts').Results;
  export default results;
}
declare module 'embedded:costs' {
  /** Time and memory, as measured when the project was. */
  const costs: import('./figures/measured.d.ts').Cost[];
  export default costs;
}
