import { readReleased } from '../governance/read-released';
import { actorOf } from './actor-of-turn';
import { beginTurn } from './begin-turn';
import { decideTier } from './deciding/decide-tier';
import * as say from './describe-steps';
import { type Engine, localEngine } from './engine';
import { makeInstruments } from './make-instruments';
import { startTrail } from './record-trail';
import { redactTurn } from './redact-turn';
import { saveTurn } from './save-turn';

/**
 * One turn, top to bottom. It ends with a reply, a reply and a review, a question, an approval asked for, or a handoff.
 * Run again after a crash it goes the same way: what was done outside is in the ledger under stable keys.
 */
export async function runTurn(messageId: string, workflowId: string, engine: Engine = localEngine): Promise<void> {
  const running = await beginTurn(messageId, workflowId);
  if (!running) return;
  const trail = startTrail();
  const released = await readReleased();
  const now = new Date();

  await trail.step(
    'Intake',
    { messages: running.burst.length, channel: running.channel.kind },
    () => running,
    say.intake,
  );
  const redacted = await trail.step('Redaction', null, () => redactTurn(running), say.redaction);
  const understood = await trail.step(
    'Understanding',
    { text: redacted.text },
    () => engine.understand(running, redacted, now),
    say.understanding,
  );
  const found = await trail.step(
    'Retrieval',
    { question: redacted.text, language: understood.language },
    () => engine.retrieve(running, redacted, understood),
    say.retrieval,
  );

  const actor = await actorOf(running, understood);
  const instruments = makeInstruments(running, actor, released, now);
  const parts = await trail.step(
    'Plan',
    { wishes: understood.wishes },
    () => engine.plan({ running, redacted, understood, found, released, actor, now }, instruments),
    say.planning(instruments),
  );

  const composed = await trail.step(
    'Compose',
    { parts: parts.length },
    () => engine.compose({ running, redacted, understood, parts }),
    say.composing(engine.name),
  );
  const check = await trail.step(
    'Quality',
    { reply: redacted.hide(composed.reply) },
    () => engine.check({ reply: composed.reply, parts, allowed: composed.allowed }),
    say.checking,
  );
  const decided = await trail.step(
    'Decide',
    { tiers: released.tiers },
    () =>
      decideTier({
        parts,
        check,
        tiers: released.tiers,
        overrides: (intent) => released.intents.get(intent)?.thresholds ?? {},
        calibration: released.calibration,
      }),
    say.deciding,
  );

  await saveTurn({
    engine: engine.name,
    running,
    redacted,
    understood,
    parts,
    composed,
    check,
    decided,
    released,
    calls: instruments.calls,
    trail,
    now,
  });
}
