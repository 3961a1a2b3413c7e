import type { ReliabilityBin } from './understanding.schema';

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

const MOST_FITTED = 4_000;

/** The one number that makes held-out probabilities most likely (golden-section search over its logarithm). */
export function fitSharpness(heldOut: { scores: Float64Array; label: number }[]): number {
  // One number is known as well from some thousands of rows as from all of them.
  const step = Math.ceil(heldOut.length / MOST_FITTED);
  const sample = heldOut.filter((_, row) => row % step === 0);
  const loss = (logarithm: number) => {
    const sharpness = Math.exp(logarithm);
    let sum = 0;
    for (const { scores, label } of sample)
      sum -= Math.log(Math.max(toProbabilities(scores, sharpness)[label]!, 1e-12));
    return sum;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.05);
  let high = Math.log(50);
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let leftLoss = loss(left);
  let rightLoss = loss(right);
  for (let turn = 0; turn < 24; turn++) {
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
export function measureReliability(
  predictions: Prediction[],
  bins = 15,
): { ece: number; reliability: ReliabilityBin[] } {
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

/** Answers that go out alone have to be right 98.5 times in a hundred; a quarter more, because what comes is never quite like what was measured on. */
const AUTONOMOUS_PRECISION = 0.9875;
/** Nothing under it goes out alone, however lucky the held-out examples were. */
const LEAST_PERCENT = 30;
/** One-sided 90%: what was measured on few is not believed as what was measured on many. */
const DOUBT = 1.28;

/**
 * The smallest probability from which on, held out, even the lower bound (Wilson, 1927) of the share of right answers
 * is high enough; null when it never is. Whole hundredths, so that people can read it.
 */
export function chooseAutonomous(predictions: Prediction[]): number | null {
  for (let percent = LEAST_PERCENT; percent <= 99; percent++) {
    const kept = predictions.filter(({ probability }) => probability >= percent / 100);
    if (kept.length === 0) return null;
    if (lowerBound(kept.filter(({ right }) => right).length, kept.length) >= AUTONOMOUS_PRECISION) return percent / 100;
  }
  return null;
}

/**
 * The same for one intent. A handful of its own examples says little, so what holds for all intents at that probability
 * (`shareRightFrom`) counts as twenty more.
 */
export function chooseIntentThreshold(own: Prediction[], rightFrom: number[]): number | null {
  const borrowed = 20;
  for (let percent = LEAST_PERCENT; percent <= 99; percent++) {
    const kept = own.filter(({ probability }) => probability >= percent / 100);
    if (kept.length === 0) return null;
    const right = kept.filter((prediction) => prediction.right).length + borrowed * rightFrom[percent]!;
    if (right / (kept.length + borrowed) >= AUTONOMOUS_PRECISION) return percent / 100;
  }
  return null;
}

/** By whole per cent: the share of right answers among those at least so probable. */
export function shareRightFrom(predictions: Prediction[]): number[] {
  return Array.from({ length: 100 }, (_, percent) => {
    const kept = predictions.filter(({ probability }) => probability >= percent / 100);
    return kept.length === 0 ? 0 : kept.filter(({ right }) => right).length / kept.length;
  });
}

function lowerBound(right: number, count: number): number {
  const share = right / count;
  const square = DOUBT * DOUBT;
  const middle = share + square / (2 * count);
  const spread = DOUBT * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count));
  return (middle - spread) / (1 + square / count);
}
