import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { log } from '../platform/log';
import { callEndpoint, type ModelNeed, type Run } from './call-endpoint';
import { decideRetry } from './decide-retry';
import { generateOnce } from './generate-once';
import { isResting } from './guard-endpoint';
import { canWrite } from './has-model';
import type { ModelSize } from './model.schema';
import { ModelFailure, nameFailure } from './name-failure';
import { readBudget } from './read-budget';
import { type Endpoint, readEndpoints } from './read-endpoints';
import { streamOnce } from './stream-once';
import { assertHidden } from './tell-sent';

/**
 * The one way out to a model, as the AI SDK takes it. Each request goes to the first endpoint that does not rest, behind its
 * bulkhead, breaker and limits, within what the meter leaves; it is tried again or elsewhere where that helps, three requests
 * in all, and each is written down with what it cost. Throws ModelFailure; a failure stops the meter.
 */
export function openModel(need: ModelNeed): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'baton',
    modelId: need.size,
    supportedUrls: {},
    doGenerate: (options) => askAround(need, options, generateOnce),
    doStream: (options) => askAround(need, options, streamOnce),
  };
}

/** Endpoints that can write, those first that have a model of the size; a rest is passed over while another is awake. */
async function endpointsFor(size: ModelSize): Promise<Endpoint[]> {
  const able = (await readEndpoints()).filter(canWrite);
  const fitting = [...able.filter(({ models }) => models[size]), ...able.filter(({ models }) => !models[size])];
  const awake = fitting.filter((endpoint) => !isResting(endpoint));
  return awake.length > 0 ? awake : fitting.slice(0, 1);
}

async function askAround<T>(need: ModelNeed, options: LanguageModelV4CallOptions, run: Run<T>): Promise<T> {
  const { meter, step } = need;
  try {
    const endpoints = await endpointsFor(need.size);
    if (endpoints.length === 0) throw new ModelFailure({ kind: 'none' });
    if ((await readBudget()).level === 'hard') throw new ModelFailure({ kind: 'budget' });
    assertHidden(options.prompt, need.hidden ?? []);
    for (let attempts = 1, at = 0; ; ) {
      meter.assertLeft();
      try {
        return await callEndpoint(need, options, endpoints[at]!, attempts, run);
      } catch (error) {
        const failure = nameFailure(error);
        log.info({ step, endpoint: endpoints[at]!.name, attempts, failure }, 'a model did not answer as it should');
        const others = endpoints.length - at - 1;
        const next = decideRetry({ failure, attempts, others, leftMs: meter.leftMs(), random: Math.random() });
        if (next.kind === 'give_up') throw new ModelFailure(failure);
        attempts++;
        if (next.kind === 'next') at++;
        else await new Promise((resolve) => setTimeout(resolve, next.afterMs));
      }
    }
  } catch (error) {
    meter.stop();
    throw error;
  }
}
