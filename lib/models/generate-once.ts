import type { LanguageModelV4GenerateResult, LanguageModelV4Usage } from '@ai-sdk/provider';
import type { Run } from './call-endpoint';
import { faultOf } from './find-fault';
import { guardCall } from './guard-endpoint';
import { ModelFailure } from './name-failure';
import { withPatience } from './with-patience';

/** One answer in one piece; what cannot be an answer is a failure. */
export const generateOnce: Run<LanguageModelV4GenerateResult> = async (model, options, { endpoint, note, first }) => {
  let usage: LanguageModelV4Usage | undefined;
  const patience = withPatience(options, endpoint);
  try {
    const result = await guardCall(endpoint, async () => model.doGenerate(patience.options));
    usage = result.usage;
    first();
    const fault = faultOf(result);
    if (fault) throw new ModelFailure({ kind: fault });
    await note({ usage });
    return result;
  } catch (error) {
    await note({ usage, error });
    throw error;
  } finally {
    patience.stop();
  }
};
