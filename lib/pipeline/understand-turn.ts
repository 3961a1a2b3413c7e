import { readCatalogue } from '../tools/read-catalogue';
import type { RunningTurn } from './begin-turn';
import { readIntentModel } from './read-intent-model';
import type { RedactedTurn } from './redact-turn';
import { understandMessage } from './understanding/understand-message';
import type { Understanding } from './understanding/understanding.schema';

/** Understands the burst with the intents as they stand now. */
export async function understandTurn(running: RunningTurn, redacted: RedactedTurn, now: Date): Promise<Understanding> {
  const model = await readIntentModel();
  const understood = understandMessage({
    text: redacted.text,
    history: redacted.history,
    now,
    model,
    resolve: redacted.resolve,
    products: readCatalogue(),
  });
  const language =
    understood.language === 'und'
      ? (running.conversation.language ?? running.customer.language ?? 'en')
      : understood.language;
  return { ...understood, language };
}
