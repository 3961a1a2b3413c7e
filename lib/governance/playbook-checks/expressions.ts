import { functionNames } from '../evaluate-expression';
import { readingNames } from '../extract.schema';
import { listExpressions, type PlacedExpression } from '../list-expressions';
import { findSyntaxError, namesInExpression, type ReadName } from '../names-in-expression';
import type { PlaybookDefinition, PlaybookNode } from '../playbook.schema';
import type { PlaybookFinding } from '../playbook-finding.schema';
import type { KnownNames } from './known-names';

/** What is known of who writes and of the conversation, for every expression of a playbook. */
const fields: Record<string, string[]> = {
  customer: ['name', 'firstName', 'tier', 'email'],
  conversation: ['verified', 'channel', 'number', 'language'],
};
const everywhere = new Set(['customer', 'conversation', 'now', 'slots']);

/** `lax`: slots come from who calls it, and nobody is known who does. */
export function checkExpressions(
  playbook: PlaybookDefinition,
  known: Map<string, KnownNames>,
  lax: boolean,
): PlaybookFinding[] {
  const inNodes = Object.entries(playbook.nodes).flatMap(([node, one]) =>
    listExpressions(one).flatMap((placed) => {
      const names = known.get(node) ?? { always: new Set(), perhaps: new Set() };
      // What leads nowhere is found elsewhere; of its names nothing can be said.
      if (!known.has(node)) return checkOne(placed, node, () => null);
      return checkOne(
        placed,
        node,
        (read) => judge(read, placed, withReading(names, one, placed.at), lax) ?? judgeReading(read, playbook),
      );
    }),
  );
  const { segment } = playbook.trigger;
  if (!segment) return inNodes;
  const placed = { at: 'trigger.segment', cel: segment, from: 0 };
  const spoken = (read: ReadName) =>
    read.name in fields
      ? fieldOf(read)
      : wrong(`${read.name} is not known here: a segment speaks of customer and conversation.`);
  return [...inNodes, ...checkOne(placed, null, spoken)];
}

type Verdict = Pick<PlaybookFinding, 'severity' | 'says'> | null;
const wrong = (says: string): Verdict => ({ severity: 'error', says });

function checkOne(
  placed: PlacedExpression,
  node: string | null,
  verdict: (read: ReadName) => Verdict,
): PlaybookFinding[] {
  const place = (at: number) => ({ node, field: placed.at, column: placed.from + at + 1 });
  const broken = findSyntaxError(placed.cel);
  if (broken) return [{ severity: 'error', ...place(broken.at), says: `This cannot be read: ${broken.says}.` }];
  const { names, functions } = namesInExpression(placed.cel);
  const strange = functions.filter(({ name }) => !functionNames().has(name));
  const asked = new Set(names.filter((one) => one.asked).map(nameOf));
  return [
    ...strange.map(
      ({ name, at }): PlaybookFinding => ({
        severity: 'error',
        ...place(at),
        says: `There is no function ${name}.`,
      }),
    ),
    ...names.flatMap((read): PlaybookFinding[] => {
      const found = read.asked || asked.has(nameOf(read)) ? null : verdict(read);
      return found ? [{ ...found, ...place(read.at) }] : [];
    }),
  ];
}

const nameOf = ({ name, fields: [first] }: ReadName): string => (name === 'slots' && first ? `slots.${first}` : name);

function judge(read: ReadName, { at }: PlacedExpression, { always, perhaps }: KnownNames, lax: boolean): Verdict {
  const name = nameOf(read);
  if (name === 'value' && at.startsWith('valid.')) return null;
  if (name === 'event' && at === 'until.where') return null;
  if (read.name in fields) return fieldOf(read);
  if (everywhere.has(name) || always.has(name) || (lax && read.name === 'slots')) return null;
  if (perhaps.has(name)) {
    const says = `${name} is not known on every way to here; on the others this step fails.`;
    return { severity: 'warning', says };
  }
  return wrong(`${name} is not known here: nothing on the way to here brings it.`);
}

/** What a step reads is there for its own checks already. */
const withReading = (names: KnownNames, node: PlaybookNode, at: string): KnownNames =>
  node.kind === 'extract' && at.startsWith('checks.')
    ? { ...names, always: new Set([...names.always, node.as]) }
    : names;

/** Of a document there is what its steps look for, and what every reading has. */
function judgeReading({ name, fields: [first] }: ReadName, { nodes }: PlaybookDefinition): Verdict {
  const bringers = Object.values(nodes).filter((one) => 'as' in one && one.as === name);
  const extracts = bringers.flatMap((one) => (one.kind === 'extract' ? [one] : []));
  if (first === undefined || extracts.length === 0 || extracts.length < bringers.length) return null;
  const known = [...new Set(extracts.flatMap(({ fields }) => Object.keys(fields)))];
  return known.includes(first) || (readingNames as readonly string[]).includes(first)
    ? null
    : wrong(`${name} has no ${first}; what is read there is ${new Intl.ListFormat('en').format(known)}.`);
}

function fieldOf({ name, fields: [first] }: ReadName): Verdict {
  const known = fields[name]!;
  return first === undefined || known.includes(first)
    ? null
    : wrong(`${name} has no ${first}; it has ${new Intl.ListFormat('en').format(known)}.`);
}
