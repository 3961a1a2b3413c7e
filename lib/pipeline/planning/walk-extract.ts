import type { FieldKind, Reading } from '../../governance/extract.schema';
import { edgesOf, type PlaybookNode } from '../../governance/playbook.schema';
import type { TokenKind } from '../../privacy/privacy.schema';
import { type FieldFound, findField } from './find-field';
import { judgeReading } from './judge-reading';
import { note, type Step, settle, stopAt, type Walk } from './walk';

type ExtractNode = Extract<PlaybookNode, { kind: 'extract' }>;

/** What a value of a kind is hidden as; a date that is nobody's birthday names nobody. */
const hiddenAs: Record<FieldKind, TokenKind | null> = {
  text: null,
  date: null,
  name: 'PERSON',
  birth_date: 'DATE_OF_BIRTH',
  id_number: 'NATIONAL_ID',
  address: 'ADDRESS',
};

/**
 * Reads a file the customer gave: its fields, where each stands, and what the checks say of them. It is read once; what
 * was found goes with the run. A file in which there is nothing to read is a way of its own.
 */
export async function extract(node: ExtractNode, walk: Walk): Promise<Step> {
  const says = walk.render(node.says);
  const id = walk.tools.evaluate(node.file, walk.scope());
  // Of an earlier try: whatever that one said, it is not what counts.
  delete walk.values[node.as];
  walk.tools.tell(says, false);
  const file = await walk.tools.readFile(String(id));
  if (file.kind === 'unreadable') return unreadable(node, walk, `${says}: ${file.name}`, file.why);

  const fields = Object.entries(node.fields);
  const labels = fields.flatMap(([, field]) => field.labels);
  const { now } = walk.input.scope;
  const values = Object.fromEntries(fields.map(([name, field]) => [name, findField(field, file.pages, labels, now)]));
  hideFound(node, values, walk);
  if (Object.values(values).every((found) => found === null))
    return unreadable(node, walk, `${says}: ${file.name}`, 'Nothing that was looked for stands in it.');

  const reading = judgeReading(node, file.name, values, walk.slots, (when, read) =>
    walk.tools.evaluate(when, { ...walk.scope(), [node.as]: read }),
  );
  walk.tools.tell(says, true);
  walk.part.tried.push({ what: `${says}: ${file.name}`, ok: true });
  note(walk, { says: sayVerdict(reading), value: reading });
  walk.values[node.as] = reading;
  return settle(walk, node.next);
}

function unreadable(node: ExtractNode, walk: Walk, what: string, why: string): Step {
  walk.part.tried.push({ what: `${what} could not be read. ${why}`, ok: false });
  note(walk, { says: why });
  if (node.unreadable) return settle(walk, node.unreadable);
  return stopAt(walk, 'playbook', `The customer’s file could not be read. ${why}`, ['A file that can be read']);
}

/** Put down for the vault before anything of it is kept: as it stands there, and as it is used. */
function hideFound(node: ExtractNode, values: Record<string, FieldFound | null>, walk: Walk): void {
  const hidden = Object.entries(values).flatMap(([name, found]) => {
    const kind = hiddenAs[node.fields[name]!.is];
    if (!kind || !found) return [];
    return [...new Set([found.text, found.value])].map((value) => ({ kind, value }));
  });
  walk.part.personal = [...(walk.part.personal ?? []), ...hidden];
}

const sayVerdict = ({ missing, unfit, unread, fits }: Reading): string => {
  if (fits) return 'Everything was found, and every check fits';
  const parts = [
    ...(missing.length > 0 ? [`not found: ${missing.join(', ')}`] : []),
    ...(unfit.length > 0 ? [`does not fit: ${unfit.join(', ')}`] : []),
    ...(unread.length > 0 ? [`could not be checked: ${unread.join(', ')}`] : []),
  ];
  const said = parts.join('; ');
  return said.charAt(0).toUpperCase() + said.slice(1);
};

/** Nodes as they are come to from the start on: the database keeps them in no order. */
function inWalkingOrder({ playbook: { definition } }: Walk): PlaybookNode[] {
  const seen = new Set([definition.start]);
  for (const name of seen) {
    const node = definition.nodes[name];
    for (const { to } of node ? edgesOf(node) : []) seen.add(to);
  }
  return [...seen].flatMap((name) => definition.nodes[name] ?? []);
}

/** What the readings of a run say, for who takes over: what does not fit first, each with what it rests on. */
export function sayReadings(walk: Walk): string[] {
  const names = new Set(inWalkingOrder(walk).flatMap((one) => (one.kind === 'extract' ? [one.as] : [])));
  const readings = [...names].flatMap((as) => (walk.values[as] ? [walk.values[as] as Reading] : []));
  const words = { unfit: 'Does not fit', unread: 'Could not be read', fits: 'Fits' } as const;
  const verdicts = (['unfit', 'unread', 'fits'] as const).flatMap((verdict) =>
    readings.flatMap(({ checks }) =>
      checks
        .filter((check) => check.verdict === verdict)
        .map(({ says, why }) => `${words[verdict]}: ${says}${why ? ` (${why})` : ''}`),
    ),
  );
  const found = readings.map(({ file, found: all, missing }) => {
    const read = all.map(({ title, text, where }) => `${title} “${text}” (${where})`).join(', ');
    return `In ${file}: ${read}${missing.length > 0 ? `. Not found: ${missing.join(', ')}` : ''}`;
  });
  return [...verdicts, ...found];
}
