import { Document, isMap, isScalar, Scalar, visit } from 'yaml';
import { edgesOf, type PlaybookDefinition, type PlaybookNode } from './playbook.schema';
import type { PlaybookFile } from './playbook-file.schema';

/**
 * A playbook as YAML that reads from top to bottom: nodes in the order in which they are walked, what is as usual left
 * out, a reply that only says something as its text, and where nodes lie on the canvas at the end.
 */
export function writePlaybookFile({ key, definition, cases }: PlaybookFile): string {
  const { name, description, team, wants, trigger, start, nodes, layout } = definition;
  const order = inWalkingOrder(definition);
  const document = new Document({
    playbook: key,
    name,
    ...(description ? { description } : {}),
    team,
    wants,
    trigger: withoutUsual(trigger),
    ...(order[0] === start ? {} : { start }),
    nodes: Object.fromEntries(order.map((one) => [one, shortNode(nodes[one]!)])),
    ...(cases.length > 0 ? { cases } : {}),
    ...(Object.keys(layout).length > 0 ? { layout } : {}),
  });
  layOut(document);
  return document.toString({ lineWidth: 110, flowCollectionPadding: true });
}

/** Each node after the one that leads to it first; what nothing leads to comes last. */
function inWalkingOrder({ start, nodes }: PlaybookDefinition): string[] {
  const seen = new Set<string>();
  const go = (at: string): void => {
    const node = nodes[at];
    if (!node || seen.has(at)) return;
    seen.add(at);
    for (const { to } of edgesOf(node)) go(to);
  };
  go(start);
  return [...seen, ...Object.keys(nodes).filter((name) => !seen.has(name))];
}

const usual: Record<string, unknown> = {
  channels: [],
  signals: [],
  articles: [],
  missing: [],
  closes: false,
  tries: 2,
  with: {},
  args: {},
  checks: [],
};

function withoutUsual<T extends object>(value: T): Partial<T> {
  const entries = Object.entries(value).filter(
    ([field, one]) => one !== undefined && !(field in usual && JSON.stringify(one) === JSON.stringify(usual[field])),
  );
  return Object.fromEntries(entries) as Partial<T>;
}

function shortNode(node: PlaybookNode): unknown {
  const { kind, title, ...rest } = withoutUsual(node) as PlaybookNode;
  const fields = Object.keys(rest);
  if (kind === 'reply' && title === undefined && fields.length === 1) return (rest as { text: unknown }).text;
  // The kind says how to read the rest, and what it is called is next.
  return {
    kind,
    ...(title === undefined ? {} : { title }),
    ...rest,
    ...(node.kind === 'extract' ? shortFields(node) : {}),
  };
}

const usualField: Record<string, unknown> = { labels: [], is: 'text', order: 'day_first', optional: false };

const shortFields = ({ fields }: Extract<PlaybookNode, { kind: 'extract' }>) => ({
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      Object.fromEntries(
        Object.entries(field).filter(([part, value]) => JSON.stringify(value) !== JSON.stringify(usualField[part])),
      ),
    ]),
  ),
});

/** Long texts over several lines, short lists and records on one, an empty line between nodes. */
function layOut(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string') return;
      if (node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
      else if (node.value.length > 90 && !/^\s|\s$/.test(node.value)) node.type = Scalar.BLOCK_FOLDED;
    },
    Seq(_, node) {
      if (node.items.every((item) => isScalar(item) && String(item.value).length <= 40)) node.flow = true;
    },
  });
  const nodes = document.get('nodes');
  if (isMap(nodes))
    for (const [at, { key, value }] of nodes.items.entries()) {
      if (isScalar(key) && at > 0) key.spaceBefore = true;
      if (isMap(value) && isShort(value.toJSON())) value.flow = true;
    }
  const layout = document.get('layout');
  if (isMap(layout)) for (const { value } of layout.items) if (isMap(value)) value.flow = true;
}

const isShort = (value: unknown): boolean => {
  const text = JSON.stringify(value);
  return text.length <= 80 && !text.includes('":{') && !text.includes('":[');
};
