import type { PlaybookDefinition } from './playbook.schema';
import { checkCalls, slotsGiven } from './playbook-checks/calls';
import { checkExpressions } from './playbook-checks/expressions';
import { findLoops, findUnreachable } from './playbook-checks/graph';
import { type KnownNames, knownNames } from './playbook-checks/known-names';
import { checkLanguages } from './playbook-checks/languages';
import { checkHead, checkNode } from './playbook-checks/named-things';
import type { PlaybookFinding, PlaybookSurroundings } from './playbook-finding.schema';

const order = { error: 0, warning: 1, hint: 2 } as const;

/**
 * What is wrong with a playbook before anybody meets it: ways that lead nowhere or round, names that are not there, tools,
 * policies and texts that are missing. Worst first, in the order of its nodes. An error is something that will fail.
 */
export function checkPlaybook(
  key: string,
  playbook: PlaybookDefinition,
  around: PlaybookSurroundings,
): PlaybookFinding[] {
  const given = slotsGiven(key, around);
  const known = knownNames(playbook, atStart(playbook, given));
  const triggered = playbook.trigger.intents.length > 0 || playbook.trigger.signals.length > 0;
  const found = [
    ...checkHead(playbook, around),
    ...startsNever(triggered, given !== null),
    ...findUnreachable(playbook),
    ...findLoops(playbook),
    ...Object.keys(playbook.nodes).flatMap((name) => checkNode(name, playbook, around, known.get(name))),
    ...checkCalls(key, playbook, around),
    ...checkExpressions(playbook, known, !triggered && given === null),
    ...checkLanguages(playbook),
  ];
  const names = Object.keys(playbook.nodes);
  const place = ({ node }: PlaybookFinding) => (node === null ? -1 : names.indexOf(node));
  return found.sort((a, b) => order[a.severity] - order[b.severity] || place(a) - place(b));
}

/** Slots of who calls it; one that is also triggered may come without them. A signal that starts it is its `event`. */
function atStart({ trigger }: PlaybookDefinition, given: KnownNames | null): KnownNames {
  const { intents, signals } = trigger;
  const slots = given ?? { always: new Set<string>(), perhaps: new Set<string>() };
  const event = signals.length > 0 ? ['event'] : [];
  const alone = intents.length === 0 && given === null;
  const called = intents.length === 0 && signals.length === 0;
  return {
    always: new Set([...(called ? slots.always : []), ...(alone ? event : [])]),
    perhaps: new Set([...slots.perhaps, ...event]),
  };
}

function startsNever(triggered: boolean, called: boolean): PlaybookFinding[] {
  if (triggered || called) return [];
  const says = 'Nothing starts it: it has no intent and no signal, and no other playbook calls it.';
  return [{ severity: 'hint', node: null, field: 'trigger', column: null, says }];
}
