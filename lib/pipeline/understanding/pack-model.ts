import type { Vocabulary } from './build-vectors';
import type { LinearWeights } from './fit-linear';
import type { IntentModel } from './understanding.schema';

/** Weights in whole steps of each class's own scale: a quarter of the size, and the memory, for a thousandth of a score. */
export type PackedWeights = { steps: Int8Array; scales: Float32Array; biases: Float32Array; width: number };

type Numbers = Pick<IntentModel, 'features' | 'idf' | 'weights' | 'scales' | 'biases'>;

export function packWeights({ weights, biases, width }: LinearWeights): PackedWeights {
  const scales = new Float32Array(width);
  for (let at = 0; at < weights.length; at++) {
    const size = Math.abs(weights[at]!);
    if (size > scales[at % width]!) scales[at % width] = size;
  }
  for (let target = 0; target < width; target++) scales[target] = (scales[target]! || 1) / 127;
  const steps = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at++) steps[at] = Math.round(weights[at]! / scales[at % width]!);
  return { steps, scales, biases, width };
}

/** Raw score of each class for one text, given as columns and values. */
export function scorePacked(
  columns: ArrayLike<number>,
  values: ArrayLike<number>,
  { steps, scales, biases, width }: PackedWeights,
): Float64Array {
  const scores = new Float64Array(width);
  for (let at = 0; at < columns.length; at++) {
    const offset = columns[at]! * width;
    const value = values[at]!;
    for (let target = 0; target < width; target++) scores[target]! += steps[offset + target]! * value;
  }
  for (let target = 0; target < width; target++) scores[target] = scores[target]! * scales[target]! + biases[target]!;
  return scores;
}

export function freezeNumbers({ columns, idf }: Vocabulary, packed: PackedWeights): Numbers {
  return {
    features: toBase64(Uint32Array.from(columns.keys())),
    idf: toBase64(idf),
    weights: toBase64(packed.steps),
    scales: toBase64(packed.scales),
    biases: toBase64(packed.biases),
  };
}

export function thawNumbers(model: IntentModel): { vocabulary: Vocabulary; weights: PackedWeights } {
  const columns = new Map<number, number>();
  new Uint32Array(fromBase64(model.features)).forEach((feature, column) => {
    columns.set(feature, column);
  });
  return {
    vocabulary: { columns, idf: new Float32Array(fromBase64(model.idf)) },
    weights: {
      steps: new Int8Array(fromBase64(model.weights)),
      scales: new Float32Array(fromBase64(model.scales)),
      biases: new Float32Array(fromBase64(model.biases)),
      width: model.intents.length,
    },
  };
}

function toBase64(array: Uint32Array | Float32Array | Int8Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
}

/** A copy of its own: a Buffer may start anywhere in a shared block, a typed array needs its alignment. */
function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'base64')).buffer;
}
