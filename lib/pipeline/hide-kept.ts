import type { Tx } from '../platform/db';
import { mapTexts } from '../privacy/map-texts';
import { openVault } from '../privacy/open-vault';
import type { RunningTurn } from './begin-turn';
import type { Part } from './plan.schema';
import type { RedactedTurn } from './redact-turn';

export type Hide = <T>(value: T) => T;

// Names of intents, tools and stages, and ids: a trace has a hundred of them, and looking for people in each takes its time.
const label = /^(?:[a-z][a-z_.-]{0,40}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Hides every text in what is kept, with the placeholders of the conversation; what it finds is sealed by the vault. */
export async function hideKept(
  tx: Tx,
  { running, redacted, parts }: { running: RunningTurn; redacted: RedactedTurn; parts: Part[] },
): Promise<Hide> {
  const vault = await openVault(tx, running.conversation.id);
  for (const { kind, value } of parts.flatMap(({ personal }) => personal ?? [])) vault.know(kind, value);
  return (value) =>
    mapTexts(value, (text) => (label.test(text) ? vault.hideKnown(text) : vault.hide(text, redacted.tokens)));
}
