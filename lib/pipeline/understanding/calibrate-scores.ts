/** Scores of a text none of whose kind the model had seen, with the index of the right class. */
export type HeldOut = { scores: Float64Array; label: number };
export type Prediction = { probability: number; right: boolean };

/** Softmax of `sharpness × score`. */
export function toProbabilities(scores: Float64Array, sharpness: number): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  const probabilities = scores.map((score) => {
    const value = Math.exp((score - top) * sharpness);
    sum += value;
    return value;
  });
  return probabilities.map((value) => value / sum);
}

/** The one number that makes held-out probabilities most likely (golden-section search over its logarithm). */
export function fitSharpness(heldOut: HeldOut[]): number {
  const loss = (logarithm: number) => {
    const sharpness = Math.exp(logarithm);
    let sum = 0;
    for (const { scores, label } of heldOut)
      sum -= Math.log(Math.max(toProbabilities(scores, sharpness)[label]!, 1e-12));
    return sum;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.2);
  let high = Math.log(50);
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let leftLoss = loss(left);
  let rightLoss = loss(right);
  for (let step = 0; step < 24; step++) {
    if (leftLoss < rightLoss) {
      high = right;
      right = left;
      rightLoss = leftLoss;
      left = high - ratio * (high - low);
      leftLoss = loss(left);
    } else {
      low = left;
      left = right;
      leftLoss = rightLoss;
      right = low + ratio * (high - low);
      rightLoss = loss(right);
    }
  }
  return Math.exp((low + high) / 2);
}

/** Fifteen equal bins; what the bins said against what was right. */
export function measureReliability(predictions: Prediction[], bins = 15) {
  const sums = Array.from({ length: bins }, () => ({ count: 0, said: 0, right: 0 }));
  for (const { probability, right } of predictions) {
    const bin = sums[Math.min(bins - 1, Math.floor(probability * bins))]!;
    bin.count++;
    bin.said += probability;
    bin.right += right ? 1 : 0;
  }
  let ece = 0;
  const reliability = sums.flatMap(({ count, said, right }, index) => {
    if (count === 0) return [];
    ece += Math.abs(said - right) / predictions.length;
    return [{ from: index / bins, count, said: said / count, right: right / count }];
  });
  return { ece, reliability };
}

/**
 * The probability under which it is better to say "unknown": a wrong intent costs as much as a right one gains,
 * and an honest "unknown" costs nothing.
 */
export function chooseThreshold(predictions: (Prediction & { saysUnknown: boolean; isUnknown: boolean })[]): number {
  let best = { threshold: 0.2, gain: Number.NEGATIVE_INFINITY };
  for (let percent = 20; percent <= 70; percent += 2) {
    const threshold = percent / 100;
    let gain = 0;
    for (const { probability, right, saysUnknown, isUnknown } of predictions) {
      const unknown = saysUnknown || probability < threshold;
      if (unknown) gain += isUnknown ? 1 : 0;
      else gain += right ? 1 : -1;
    }
    if (gain > best.gain) best = { threshold, gain };
  }
  return best.threshold;
}
