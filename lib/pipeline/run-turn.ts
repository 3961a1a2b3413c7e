import { readAssistantSwitch } from '../governance/read-assistant-switch';
import { readReleased } from '../governance/read-released';
import { actorOf } from './actor-of-turn';
import { beginTurn } from './begin-turn';
import { decideTier } from './deciding/decide-tier';
import * as say from './describe-steps';
import { openEngine } from './engine';
import { handOverTurn } from './hand-over-turn';
import { makeInstruments } from './make-instruments';
import { needOf } from './need-of-turn';
import { recallUnderstanding } from './recall-understanding';
import { startTrail } from './record-trail';
import { redactTurn } from './redact-turn';
import type { Retrieval } from './retrieval/retrieve-passages';
import { saveTurn } from './save-turn';

/** Nobody asked anything. */
const nothingFound: Retrieval = { passages: [], strength: 0 };

/**
 * One turn, top to bottom. It ends with a reply, a reply and a review, a question, an approval asked for, or a handoff.
 * Run again after a crash it goes the same way: what was done outside is in the ledger under stable keys.
 */
export async function runTurn(messageId: string, workflowId: string): Promise<void> {
  const running = await beginTurn(messageId, workflowId);
  if (!running) return;
  if (await isSilenced()) return handOverTurn(running.turn.id);
  const trail = startTrail();
  const released = await readReleased(running.conversation.id);
  const now = new Date();

  await trail.step(
    'Intake',
    { messages: running.burst.length, channel: running.channel.kind },
    () => running,
    say.intake,
  );
  const redacted = await trail.step('Redaction', null, () => redactTurn(running), say.redaction);
  const engine = await openEngine(running, redacted);
  const understood = await trail.step(
    'Understanding',
    { text: redacted.text },
    () => (running.woken ? recallUnderstanding(running) : engine.understand(redacted, released, now)),
    say.routed(() => engine.routeOf('understand'), say.understanding),
  );
  const found = await trail.step(
    'Retrieval',
    { question: redacted.text, language: understood.language },
    () => (running.woken ? nothingFound : engine.retrieve(redacted, understood)),
    say.retrieval,
  );

  const actor = await actorOf(running, understood);
  const instruments = makeInstruments(running, actor, released, now);
  const planned = await trail.step(
    'Plan',
    { wishes: understood.wishes },
    () => engine.plan({ running, redacted, understood, found, released, actor, now }, instruments),
    say.routed(() => engine.routeOf('plan'), say.planning(instruments)),
  );

  const wording = { running, redacted, understood, parts: planned };
  const written = await trail.step(
    'Compose',
    { parts: planned.length },
    () => engine.compose(wording, instruments.show),
    say.routed(() => engine.routeOf('compose'), say.composing),
  );
  const { check, composed } = await trail.step(
    'Quality',
    { reply: redacted.hide(written.reply) },
    () => engine.check(written, wording),
    say.routed(() => engine.routeOf('check'), say.checking),
  );
  const { parts } = composed;
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
  const need = needOf({ parts, decided, check });
  const summary = need && (await engine.summarise({ running, redacted, parts, need, language: understood.language }));

  // Switched off while it thought: what it would have said is not said.
  if (await isSilenced()) return handOverTurn(running.turn.id);
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
    summary,
    costMicros: engine.costMicros(),
    now,
  });
}

const isSilenced = async () => !(await readAssistantSwitch()).answers;
