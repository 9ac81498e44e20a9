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
 * How many pictures are answered in one go: on the card as many as take about `BATCH_MS`, on the CPU one.
 *
 * @param {Side} side  that has made a forward pass
 */
export declare function batchSize({ model, milliseconds }: Side): number;
/**
 * Answers for several pictures; on the card in one go, which leaves the layers of the last pass as they are.
 *
 * @param {Side} side
 * @param {Float32Array[]} pictures
 */
export declare function forwardAll(side: Side, pictures: Float32Array[]): Promise<{
    digit: number;
    probabilities: number[];
}[]>;
/**
 * The channel whose maps differ most from one group element to another, as a share of all that varies
 * in them: the one to look at first.
 *
 * @param {WasmModel | WasmGpuModel} model  that has just predicted
 * @param {LayerInfo} layer
 */
export declare function mostTelling(model: WasmModel | WasmGpuModel, { index, channels, elements }: LayerInfo): number;
