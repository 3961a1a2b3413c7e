import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml';
import type { z } from 'zod';
import {
  type FiledPolicy,
  type FilePlace,
  type FileProblem,
  filedKeys,
  filedPolicySchema,
  maxPoliciesInFile,
} from './policy-file.schema';

type Path = (string | number)[];
export type ParsedPolicyFile = {
  policies: FiledPolicy[];
  /** What is wrong with the file; with any, none of its policies is to be used. */
  problems: FileProblem[];
  /**
   * Where a part of a policy is, such as `['rules', 3, 'when']` of the second, and in a text the character `at`: for what
   * is found wrong with it later.
   */
  placeOf: (policy: number, path: Path, at?: number) => FilePlace;
};

const maxCharacters = 2_000_000;

/**
 * Policies from a file in YAML, of which JSON is a part: one policy, or several under `policies`. Anchors are followed, so
 * that rules which are the same everywhere are written once. Never throws: what is wrong has its place and a sentence.
 */
export function parsePolicyFile(text: string): ParsedPolicyFile {
  const lines = new LineCounter();
  if (text.length > maxCharacters) return broken('The file is too long to hold policies.');
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): FilePlace => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0)
    return {
      policies: [],
      problems: document.errors.map(({ pos, message }) => ({
        ...placeAt(pos[0]),
        says: `${message}.`.replace('..', '.'),
      })),
      placeOf: () => ({ line: 1, column: 1 }),
    };

  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 2_000 });
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
  if (!isRecord(content)) return broken('There is no policy in this file.');
  const several = 'policies' in content;
  const list = several ? content.policies : [content];
  const pathOf = (policy: number, path: Path): Path => (several ? ['policies', policy, ...path] : path);
  const placeOf = (policy: number, path: Path, at = 0) => {
    const node = nodeAt(document, pathOf(policy, path));
    return placeAt(isScalar(node) ? offsetInside(text, node, at) : (node?.range?.[0] ?? 0));
  };
  const problems: FileProblem[] = [];
  if (!Array.isArray(list) || list.length === 0) return broken('There are no policies under “policies”.');
  if (list.length > maxPoliciesInFile) return broken(`There are more than ${maxPoliciesInFile} policies in one file.`);

  const policies = list.flatMap((one, at): FiledPolicy[] => {
    for (const path of strangersIn(one)) {
      const keyAt = keyOffsetOf(document, pathOf(at, path));
      problems.push({ ...placeAt(keyAt), says: `“${String(path.at(-1))}” is not a part of ${partOf(path)}.` });
    }
    const parsed = filedPolicySchema.safeParse(one);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
        problems.push({ ...placeOf(at, path), says: `${saidPath(path)} ${sayIssue(issue)}.` });
      }
      return [];
    }
    const { key, ...definition } = parsed.data;
    return [{ key, definition }];
  });
  problems.push(...doubledIn(policies).map(({ at, path, says }) => ({ ...placeOf(at, path), says })));
  return { policies: problems.length > 0 ? [] : policies, problems, placeOf };
}

const broken = (says: string): ParsedPolicyFile => ({
  policies: [],
  problems: [{ line: 1, column: 1, says }],
  placeOf: () => ({ line: 1, column: 1 }),
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a value, as the end of a sentence that begins with its name. */
function sayIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'is missing' : `must be a ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${issue.origin === 'string' ? ' characters long' : ''}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters long' : ''}`;
    case 'invalid_format':
      return 'must be small letters, digits and hyphens';
    case 'invalid_key':
      return 'must be called with letters and digits, starting with a small letter';
    default:
      return `is not right (${issue.message})`;
  }
}

const saidPath = (path: Path): string =>
  path.reduce<string>(
    (said, step) => (typeof step === 'number' ? `${said}[${step}]` : said === '' ? step : `${said}.${step}`),
    '',
  ) || 'the policy';

function partOf(path: Path): string {
  const parent = path.slice(0, -1);
  if (parent.length === 0) return 'a policy';
  return typeof parent.at(-1) === 'number' ? saidPath(parent) : `“${saidPath(parent)}”`;
}

/** Ways to names that a policy does not have. */
function strangersIn(policy: unknown): Path[] {
  if (!isRecord(policy)) return [];
  const strange = (value: unknown, known: string[], path: Path): Path[] =>
    isRecord(value) ? Object.keys(value).flatMap((key) => (known.includes(key) ? [] : [[...path, key]])) : [];
  const each = (value: unknown, known: string[], name: string): Path[] =>
    Array.isArray(value) ? value.flatMap((one, at) => strange(one, known, [name, at])) : [];
  const facts = isRecord(policy.facts)
    ? Object.entries(policy.facts).flatMap(([name, fact]) => strange(fact, filedKeys.fact, ['facts', name]))
    : [];
  return [
    ...strange(policy, filedKeys.policy, []),
    ...strange(policy.subjectFrom, filedKeys.subjectFrom, ['subjectFrom']),
    ...strange(policy.caps, filedKeys.caps, ['caps']),
    ...each(policy.rules, filedKeys.rule, 'rules'),
    ...each(policy.shows, filedKeys.show, 'shows'),
    ...facts,
  ];
}

/** Two policies for one tool would leave open which decides; two of one name, which is meant. */
function doubledIn(policies: FiledPolicy[]): { at: number; path: Path; says: string }[] {
  const keys = new Set<string>();
  const ruled = new Map<string, string>();
  return policies.flatMap(({ key, definition }, at) => {
    const found: { at: number; path: Path; says: string }[] = [];
    if (keys.has(key)) found.push({ at, path: ['key'], says: `There is another policy “${key}” above.` });
    keys.add(key);
    definition.tools.forEach((tool, index) => {
      const by = ruled.get(tool);
      if (by !== undefined)
        found.push({
          at,
          path: ['tools', index],
          says: `${tool} is ruled by “${by}” already; one policy decides on a tool.`,
        });
      ruled.set(tool, key);
    });
    const names = new Set<string>();
    definition.rules.forEach(({ name }, index) => {
      if (names.has(name))
        found.push({ at, path: ['rules', index, 'name'], says: `There is another rule “${name}” above.` });
      names.add(name);
    });
    return found;
  });
}

/** What stands at a path, or the nearest above it that there is; through anchors to where they were written. */
function nodeAt(document: Document, path: Path): Node | null {
  let node: Node | null = document.contents;
  for (const step of path) {
    const inside: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    const next = isAlias(inside) ? inside.resolve(document) : inside;
    if (!isNode(next)) break;
    node = next;
  }
  return node;
}

/**
 * Where a character of a text stands in the file. Folded and quoted texts differ from their values in white space, quotes
 * and the head of a block only (but for escapes, where the place is a little early), so letters are counted.
 */
function offsetInside(file: string, node: Scalar, at: number): number {
  const [start, end] = node.range ?? [0, 0];
  if (typeof node.value !== 'string') return start;
  let from = start;
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') from = file.indexOf('\n', start) + 1;
  else if (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') from = start + 1;
  let left = node.value.slice(0, at).replace(/\s/g, '').length;
  for (let offset = from; offset < end; offset++) {
    if (/\s/.test(file[offset]!)) continue;
    if (left === 0) return offset;
    left--;
  }
  return start;
}

const offsetOf = (document: Document, path: Path): number => nodeAt(document, path)?.range?.[0] ?? 0;

function keyOffsetOf(document: Document, path: Path): number {
  const parent = nodeAt(document, path.slice(0, -1));
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  return pair && isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : offsetOf(document, path);
}
