/* tslint:disable */
/* eslint-disable */
export const memory: WebAssembly.Memory;
export const __wbg_model_free: (a: number, b: number) => void;
export const convolutionByAttention: (a: any, b: any, c: number, d: number, e: number, f: number, g: number) => [number, number, number];
export const model_attention: (a: number, b: any, c: number, d: number, e: number) => [number, number, number];
export const model_attentionParts: (a: number, b: any, c: number, d: number, e: number) => [number, number, number];
export const model_encoding: (a: number, b: number, c: any) => [number, number, number];
export const model_equivarianceError: (a: number, b: any, c: number, d: number, e: number) => [number, number, number];
export const model_evidence: (a: number) => [number, number, number];
export const model_featureMaps: (a: number, b: number, c: number) => [number, number, number];
export const model_info: (a: number) => any;
export const model_new: (a: any, b: any) => [number, number, number];
export const model_predict: (a: number, b: any) => [number, number, number];
export const model_stabilisedMaps: (a: number, b: number, c: number, d: number) => [number, number, number];
export const model_turnError: (a: number, b: any, c: any, d: number, e: number) => [number, number, number];
export const prepareImage: (a: any) => [number, number, number];
export const preparePixels: (a: any, b: number, c: number) => [number, number, number];
export const prepareStrokes: (a: any, b: number) => [number, number, number];
export const start: () => void;
export const version: () => [number, number];
export const __wbindgen_malloc: (a: number, b: number) => number;
export const __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
export const __wbindgen_free: (a: number, b: number, c: number) => void;
export const __wbindgen_exn_store: (a: number) => void;
export const __externref_table_alloc: () => number;
export const __wbindgen_externrefs: WebAssembly.Table;
export const __externref_table_dealloc: (a: number) => void;
export const __wbindgen_start: () => void;
