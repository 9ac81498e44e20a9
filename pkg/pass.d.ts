import type { CardFacts, LayerInfo, WasmGpuModel, WasmModel } from './types.d.ts';
export type Side = {
    name: 'cpu' | 'webgpu';
    model: WasmModel | WasmGpuModel;
    facts: CardFacts | null;
    /**
     * pixels of the forward pass whose layers the model keeps
     */
    last: Float32Array | null;
    /**
     * time of that pass
     */
    milliseconds: number;
    outcome: {
        digit: number;
        probabilities: number[];
    } | null;
};
/** @import { CardFacts, LayerInfo, WasmGpuModel, WasmModel } from './types.d.ts' */
/**
 * A network on one engine.
 *
 * @typedef {object} Side
 * @property {'cpu' | 'webgpu'} name
 * @property {WasmModel | WasmGpuModel} model
 * @property {CardFacts | null} facts
 * @property {Float32Array | null} last  pixels of the forward pass whose layers the model keeps
 * @property {number} milliseconds  time of that pass
 * @property {{ digit: number, probabilities: number[] } | null} outcome
 */
/** @param {Side['name']} name @param {Side['model']} model @param {CardFacts | null} facts @returns {Side} */
export declare function side(name: Side['name'], model: Side['model'], facts: CardFacts | null): Side;
/**
 * One forward pass, or the last one's outcome when the pixels are the same.
 *
 * @param {Side} side
 * @param {Float32Array} pixels
 */
export declare function forward(side: Side, pixels: Float32Array): Promise<{
    digit: number;
    probabilities: number[];
}>;
/**
 * The channel whose maps differ most from one group element to another, as a share of all that varies
 * in them: the one to look at first.
 *
 * @param {WasmModel | WasmGpuModel} model  that has just predicted
 * @param {LayerInfo} layer
 */
export declare function mostTelling(model: WasmModel | WasmGpuModel, { index, channels, elements }: LayerInfo): number;
