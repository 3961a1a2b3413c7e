import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { keepKey } from './keep-key';
import { findInEnvironment } from './list-providers';
import type { Probe, ProbeInput } from './model.schema';
import { type Check, probeAddress } from './probe-address';
import { probeModel, probeSkills, probeVector } from './probe-model';
import { type Endpoint, environmentId } from './read-endpoints';

const mostMs = 20_000;

/**
 * Tries an endpoint with what stands in the form, or as the environment sets it, and says one line for each thing that
 * holds or does not. At most seven short questions and twenty seconds; they are not counted and nothing of them is kept.
 * An endpoint that is bad in any way is an answer, not an error. Throws `not_found`, and `invalid` as keepKey does.
 */
export async function testProvider(input: ProbeInput): Promise<Probe> {
  const endpoint = await endpointOf(input);
  const checks = await runChecks(endpoint, AbortSignal.timeout(mostMs));
  return { ok: checks.every(({ ok }) => ok), checks };
}

async function runChecks(endpoint: Endpoint, until: AbortSignal): Promise<Check[]> {
  const { checks, ok, known } = await probeAddress(endpoint, until);
  if (!ok) return checks;
  const { small, large, embedding } = endpoint.models;
  const models: Check[] = [];
  if (large) models.push(...(await probeModel(endpoint, 'large', known, until)));
  // A key that is refused is refused to each of them.
  const refused = () => models.some(({ what }) => what === 'Key');
  if (small && !refused() && small.model !== large?.model)
    models.push(...(await probeModel(endpoint, 'small', known, until)));
  if ((large ?? small) && models.every((one) => one.ok))
    models.push(...(await probeSkills(endpoint, large ? 'large' : 'small', until)));
  if (embedding && !refused()) models.push(...(await probeVector(endpoint, known, until)));
  const key: Check[] =
    refused() || !models.some((one) => one.ok)
      ? []
      : [{ what: 'Key', ok: true, says: sayKey(endpoint.key), tookMs: null }];
  return [...checks, ...key, ...models];
}

const sayKey = (key: string): string => (key === '' ? 'It asks for none.' : 'It is accepted.');

async function endpointOf(input: ProbeInput): Promise<Endpoint> {
  if ('environment' in input) {
    const endpoint = findInEnvironment(input.environment);
    if (!endpoint) throw new AppError('not_found', 'The environment does not set it any more.');
    return endpoint;
  }
  const { id, key, choices, ...rest } = input;
  const kept = id ? await db().modelProvider.findUnique({ where: { id } }) : null;
  if (id && !kept) throw new AppError('not_found', 'There is no such provider.');
  const prices = { input: 0, cached: 0, output: 0 };
  return {
    ...rest,
    id: id ?? environmentId,
    key: keepKey(kept, { url: input.url, key }),
    models: Object.fromEntries(Object.entries(choices).map(([role, { model }]) => [role, { model, prices }])),
  };
}
