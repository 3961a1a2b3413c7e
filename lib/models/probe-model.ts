import { type Ask, askForm, askSentence, askStream, askTool, askVector } from './ask-probe';
import { clientOf } from './call-endpoint';
import { type ModelSize, roleNames } from './model.schema';
import { nameFailure } from './name-failure';
import { type Check, refusedKey } from './probe-address';
import type { Endpoint } from './read-endpoints';
import { isNoSuchWay, isUnknownModel, sayRefusal } from './say-refusal';

type Tried = { says: string; error?: unknown; tookMs: number };
const styleNames = { chat: 'Chat completions', responses: 'Responses' } as const;
const mostNames = 5;

/** Whether there is a model of this name and it says anything; where it does not, what would help. */
export async function probeModel(
  endpoint: Endpoint,
  size: ModelSize,
  known: string[] | null,
  until: AbortSignal,
): Promise<Check[]> {
  const { model } = endpoint.models[size]!;
  const what = roleNames[size];
  const tried = await attempt(endpoint, until, (signal) => askSentence(clientOf(endpoint, model), signal));
  const check = (ok: boolean, says: string): Check => ({ what, ok, says, tookMs: tried.tookMs });
  const { error } = tried;
  if (error === undefined) return [check(true, `“${model}” answers.`)];
  const { kind, status } = nameFailure(error);
  if (kind === 'refused_key') return [refusedKey(status, endpoint.key)];
  if (isUnknownModel(error)) return [check(false, `“${model}” is not known there.${sayKnown(known)}`)];
  if (!isNoSuchWay(error)) return [check(false, sayRefusal(error, endpoint, endpoint.patienceMs))];
  const other = endpoint.style === 'chat' ? 'responses' : 'chat';
  const again = await attempt(endpoint, until, (signal) =>
    askSentence(clientOf({ ...endpoint, style: other }, model), signal),
  );
  if (again.error === undefined)
    return [
      check(
        false,
        `It does not speak ${styleNames[endpoint.style]}, but ${styleNames[other]} works: choose that style.`,
      ),
    ];
  // Nothing at either address: a server that names its models says whether it is the model.
  if (isUnknownModel(again.error) || (known && !known.includes(model)))
    return [check(false, `“${model}” is not known there.${sayKnown(known)}`)];
  return [check(false, 'Nothing answers there to be asked: the address of a model mostly ends with /v1.')];
}

/** What the product needs of a model beside an answer. */
export async function probeSkills(endpoint: Endpoint, size: ModelSize, until: AbortSignal): Promise<Check[]> {
  const skills: [string, Ask][] = [
    ['Streaming', askStream],
    ['JSON', askForm],
    ['Tools', askTool],
  ];
  const checks: Check[] = [];
  for (const [what, ask] of skills) {
    const { model } = endpoint.models[size]!;
    const { says, error, tookMs } = await attempt(endpoint, until, (signal) => ask(clientOf(endpoint, model), signal));
    checks.push({ what, ok: error === undefined, says, tookMs });
  }
  return checks;
}

export async function probeVector(endpoint: Endpoint, known: string[] | null, until: AbortSignal): Promise<Check[]> {
  const { model } = endpoint.models.embedding!;
  const { says, error, tookMs } = await attempt(endpoint, until, (signal) => askVector(endpoint, model, signal));
  const { kind, status } = error === undefined ? {} : nameFailure(error);
  if (kind === 'refused_key') return [refusedKey(status, endpoint.key)];
  const unknown = isUnknownModel(error);
  return [
    {
      what: roleNames.embedding,
      ok: error === undefined,
      says: unknown ? `“${model}” is not known there.${sayKnown(known)}` : says,
      tookMs,
    },
  ];
}

const sayKnown = (known: string[] | null): string => {
  if (!known) return '';
  const more = known.length > mostNames ? ` and ${known.length - mostNames} more` : '';
  return ` It has ${known.slice(0, mostNames).join(', ')}${more}.`;
};

/** One question within the patience of the endpoint and what is left of the whole. */
async function attempt(
  endpoint: Endpoint,
  until: AbortSignal,
  ask: (signal: AbortSignal) => Promise<string>,
): Promise<Tried> {
  const from = performance.now();
  const took = () => Math.round(performance.now() - from);
  if (until.aborted) return { says: 'Not tried: the time for testing was used up.', error: until.reason, tookMs: 0 };
  try {
    const says = await ask(AbortSignal.any([until, AbortSignal.timeout(endpoint.patienceMs)]));
    return { says, tookMs: took() };
  } catch (error) {
    return { says: sayRefusal(error, endpoint, took()), error, tookMs: took() };
  }
}
