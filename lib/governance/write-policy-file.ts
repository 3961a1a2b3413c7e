import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { parsePolicyFile } from './parse-policy-file';
import { type FiledPolicy, filedKeys } from './policy-file.schema';

/**
 * Policies as a file that `parsePolicyFile` reads back as they are. In YAML, `onto` is the file as it is now: policies that
 * did not change keep their comments, anchors and lines; one that changed is written anew, so its own comments go.
 */
export function writePolicyFile(policies: FiledPolicy[], format: 'yaml' | 'json', onto?: string): string {
  const content = { policies: policies.map(filed) };
  if (format === 'json') return `${JSON.stringify(content, null, 2)}\n`;
  const kept = onto === undefined ? null : keepUnchanged(policies, onto);
  if (kept !== null) return kept;
  const document = new Document(content, { aliasDuplicateObjects: false });
  tidy(document);
  return document.toString({ lineWidth: 0 });
}

/** Without what is there anyway, in the order people read it. */
function filed({ key, definition }: FiledPolicy): Record<string, unknown> {
  const { facts, shows, ...rest } = definition;
  const all: Record<string, unknown> = {
    ...rest,
    key,
    ...(Object.keys(facts).length > 0 ? { facts: mapRecord(facts, (fact) => inOrder(fact, filedKeys.fact)) } : {}),
    ...(shows.length > 0 ? { shows } : {}),
    rules: definition.rules.map((rule) => inOrder(rule, filedKeys.rule)),
  };
  return inOrder(all, filedKeys.policy);
}

const mapRecord = <T>(record: Record<string, T>, change: (value: T) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const inOrder = (record: Record<string, unknown>, keys: string[]): Record<string, unknown> =>
  Object.fromEntries(keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])));

/** An empty line between policies: it is where the eye rests. */
function tidy(document: Document): void {
  const list = document.get('policies');
  if (!isSeq(list)) return;
  list.items.forEach((item, at) => {
    if (isMap(item) && at > 0) item.spaceBefore = true;
  });
}

/** Null where the file as it is cannot be built on: it is broken, or what changed is what others refer to. */
function keepUnchanged(policies: FiledPolicy[], text: string): string | null {
  const before = parsePolicyFile(text);
  const document = parseDocument(text);
  const list = document.get('policies');
  if (before.problems.length > 0 || !isSeq(list)) return null;
  const nodes = new Map(before.policies.map((one, at) => [one.key, { one, node: list.items[at] as YAMLMap }]));
  list.items = policies.map((policy) => {
    const known = nodes.get(policy.key);
    if (known && isDeepStrictEqual(known.one, policy)) return known.node;
    const node = document.createNode(filed(policy), { aliasDuplicateObjects: false });
    node.spaceBefore = true;
    return node;
  });
  try {
    const written = document.toString({ lineWidth: 0 });
    const after = parsePolicyFile(written);
    return after.problems.length === 0 && isDeepStrictEqual(after.policies, policies) ? written : null;
  } catch {
    return null; // an anchor went with the policy that held it
  }
}
