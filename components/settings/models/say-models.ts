import { formatMicros } from '@/lib/format/format-micros';
import { formatTook } from '@/lib/format/format-time';
import { type ModelsView, type ProviderView, roleNames } from '@/lib/models/model.schema';

/** As they are named, the one that does most first. */
export const roleOrder = ['large', 'small', 'embedding'] as const;

const writes = ({ enabled, choices }: ProviderView): boolean => enabled && Boolean(choices.large ?? choices.small);

/** How things stand, in one honest sentence. */
export function sayStanding({ providers, budget }: Pick<ModelsView, 'providers' | 'budget'>): string {
  const able = providers.filter(writes);
  const [first, ...others] = able;
  if (!first)
    return providers.some(({ enabled }) => enabled)
      ? 'No model to write with is set, and nothing here needs one.'
      : 'No model is set, and nothing here needs one.';
  if (budget.level === 'hard') return budget.says;
  switch (first.health) {
    case 'well':
      return first.firstMs === null
        ? `${first.name} answers.`
        : `${first.name} answers, with the first word after ${formatTook(first.firstMs)}.`;
    case 'unused':
      return `${first.name} is set, and was not asked in the last hour.`;
    case 'failing':
      return `${first.name} fails at times: ${first.failures} of ${first.calls} calls in the last hour.`;
    case 'down': {
      const next = others.find(({ health }) => health !== 'down');
      return next
        ? `${first.name} does not answer now, so ${next.name} is asked.`
        : `${first.name} does not answer now: the built-in engine and people go on.`;
    }
  }
}

/** "models.example · Large model big, Small model little". */
export function sayChoices({ url, choices }: Pick<ProviderView, 'url' | 'choices'>): string {
  const models = roleOrder.flatMap((role) =>
    choices[role] ? [`${roleNames[role].toLowerCase()} ${choices[role].model}`] : [],
  );
  return `${hostOf(url)}: ${models.join(', ')}`;
}

/** "120 calls in the last hour, 3 failed. First word after 340 ms. Last: it did not answer in time". */
export function sayRecord({ calls, failures, firstMs, lastFailure }: ProviderView): string {
  if (calls === 0) return 'Not asked in the last hour';
  return [
    `${calls} ${calls === 1 ? 'call' : 'calls'} in the last hour, ${failures === 0 ? 'none' : failures} failed`,
    firstMs !== null && `first word after ${formatTook(firstMs)}`,
    lastFailure && `last failure: ${lastFailure.charAt(0).toLowerCase()}${lastFailure.slice(1)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What was spent, and of what. */
export function sayCosts({ costs }: Pick<ModelsView, 'costs'>): string {
  const { calls, costMicros, turns, failures } = costs;
  const span = costs.days === 1 ? 'today' : `in ${costs.days} days`;
  if (calls === 0) return `No model was asked ${span}.`;
  const asked = `${calls.toLocaleString('en-US')} ${calls === 1 ? 'call' : 'calls'} ${span}`;
  const failed = failures === 0 ? '' : `, ${failures.toLocaleString('en-US')} of them failed`;
  if (costMicros === 0) return `${asked}${failed}. They cost nothing, as no price is set or nothing was used.`;
  const part =
    turns === 0 ? '' : ` Models had a part in ${turns === 1 ? 'one turn' : `${turns.toLocaleString('en-US')} turns`}.`;
  return `${formatMicros(costMicros)} for ${asked}${failed}.${part}`;
}

export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/** What a test of a connection to a model asks. */
export const probeSays = 'Asks up to seven short questions, within 20 seconds. They are not counted.';
