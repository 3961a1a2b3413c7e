import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nodeSchema, playbookSchema, triggerSchema } from './playbook.schema';
import { type ParsedPlaybookFile, type PlaybookFileProblem, playbookFileSchema } from './playbook-file.schema';

type Path = (string | number)[];
type Found = { path: Path; says: string; atKey?: boolean };

const mostCharacters = 500_000;
const mostProblems = 50;

/** A playbook from YAML, of which JSON is a part. Never throws: what is wrong has its line and column and a sentence. */
export function parsePlaybookFile(text: string): ParsedPlaybookFile {
  if (text.length > mostCharacters) return failed([{ line: 1, column: 1, says: 'This is too long to be a playbook.' }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0)
    return failed(document.errors.map(({ pos, message }) => ({ ...placeAt(pos[0]), says: sentence(message) })));
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 200 });
  } catch (error) {
    return failed([{ line: 1, column: 1, says: sentence(error instanceof Error ? error.message : String(error)) }]);
  }
  if (!isRecord(content))
    return failed([{ line: 1, column: 1, says: 'A playbook begins with its key: “playbook: order-status”.' }]);

  const place = ({ path, says, atKey }: Found): PlaybookFileProblem => ({
    ...placeAt(offsetOf(document, path, atKey ?? false)),
    says,
  });
  const strange = strangersIn(content);
  const { playbook, cases = [], ...rest } = content;
  const nodes = isRecord(rest.nodes) ? rest.nodes : {};
  const definition = {
    start: Object.keys(nodes)[0],
    ...rest,
    nodes: isRecord(rest.nodes)
      ? Object.fromEntries(Object.entries(nodes).map(([key, one]) => [key, longNode(one)]))
      : rest.nodes,
  };
  const parsed = playbookFileSchema.safeParse({ playbook, definition, cases });
  const problems = [...strange, ...(parsed.success ? [] : parsed.error.issues.map(sayIssue))].map(place);
  if (problems.length > 0 || !parsed.success)
    return failed(problems.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, mostProblems));
  return { ok: true, key: parsed.data.playbook, definition: parsed.data.definition, cases: parsed.data.cases };
}

const failed = (problems: PlaybookFileProblem[]): ParsedPlaybookFile => ({ ok: false, problems });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sentence = (text: string): string => `${text.split('\n')[0]!.replace(/[.:]?\s*$/, '')}.`;

/** A text alone is a reply, in one language or in several; a number or a yes where an expression belongs is one. */
function longNode(one: unknown): unknown {
  if (typeof one === 'string' || (isRecord(one) && !('kind' in one) && typeof one.en === 'string'))
    return { kind: 'reply', text: one };
  if (!isRecord(one)) return one;
  const expressions = (value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expression(inner)])) : value;
  return {
    ...one,
    ...('args' in one ? { args: expressions(one.args) } : {}),
    ...('with' in one ? { with: expressions(one.with) } : {}),
    ...(one.kind === 'return' && 'value' in one ? { value: expressions(one.value) } : {}),
    ...('assume' in one ? { assume: expression(one.assume) } : {}),
    ...(isRecord(one.until) && 'minutes' in one.until
      ? { until: { ...one.until, minutes: expression(one.until.minutes) } }
      : {}),
    ...(Array.isArray(one.checks)
      ? {
          checks: one.checks.map((check) => (isRecord(check) ? { ...check, when: expression(check.when) } : check)),
        }
      : {}),
    ...(Array.isArray(one.branches)
      ? {
          branches: one.branches.map((branch) =>
            isRecord(branch) ? { ...branch, when: expression(branch.when) } : branch,
          ),
        }
      : {}),
  };
}

const expression = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

function sayIssue(issue: z.core.$ZodIssue): Found {
  const [, ...inside] = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path = issue.path[0] === 'definition' ? inside : (issue.path as Path);
  const where = path.join('.');
  const says = issue.code === 'unrecognized_keys' ? `${issue.keys.join(', ')} is not a part of this` : plain(issue);
  return { path, says: sentence(where ? `${where}: ${says}` : says) };
}

function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.includes('undefined'))
    return 'is missing';
  if (issue.code === 'invalid_union' && 'discriminator' in issue)
    return `${String(issue.discriminator)} must be one of ${kinds.join(', ')}`;
  return issue.message.replace(/^Invalid input: /, '');
}

const kinds = nodeSchema.options.map((option) => [...(option.shape.kind._zod.values ?? [])].join(''));
const top = new Set(['playbook', 'cases', ...Object.keys(playbookSchema.shape)]);
const triggers = new Set(Object.keys(triggerSchema.shape));
const parts = new Map(nodeSchema.options.map((option, at) => [kinds[at]!, new Set(Object.keys(option.shape))]));

/** Names that a playbook does not have: a slip of the pen would otherwise be passed over in silence. */
function strangersIn(content: Record<string, unknown>): Found[] {
  const strange = (value: unknown, known: Set<string> | undefined, path: Path, of: string): Found[] =>
    isRecord(value) && known
      ? Object.keys(value)
          .filter((key) => !known.has(key))
          .map((key) => ({ path: [...path, key], says: `“${key}” is not a part of ${of}.`, atKey: true }))
      : [];
  const nodes = isRecord(content.nodes) ? Object.entries(content.nodes) : [];
  return [
    ...strange(content, top, [], 'a playbook'),
    ...strange(content.trigger, triggers, ['trigger'], 'a trigger'),
    ...nodes.flatMap(([name, one]) => {
      const kind = isRecord(one) ? String(one.kind) : '';
      return strange(one, parts.get(kind), ['nodes', name], `the kind ${kind}`);
    }),
  ];
}

/** Where what stands at a path begins, or its name, or the nearest above it that there is. */
function offsetOf(document: Document, path: Path, atKey: boolean): number {
  let node: Node | null = document.contents;
  let offset = 0;
  for (const [at, step] of path.entries()) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    const next: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    const key = pair && isNode(pair.key) ? pair.key.range?.[0] : undefined;
    if (next === undefined && key === undefined) return offset;
    const last = at === path.length - 1;
    offset = (atKey && last ? key : isNode(next) ? next.range?.[0] : key) ?? key ?? offset;
    node = isNode(next) ? next : null;
  }
  return offset;
}
