/** Redaction of labelled texts: `--data FILE` (JSON: `full_text`, `spans`); may be given twice), `--train` builds the recogniser anew, `--show KIND` prints what was missed and what was too much, `--confusion` what was taken for what. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { redactText } from '../lib/privacy/redact-text';
import { writeRecogniser } from '../lib/privacy/training/write-recogniser';
import { percentile, report, round } from './report';

// What a label of the data is called here, by parts of its name, so that other sets of labels fit too. The first that fits counts.
const kinds: [RegExp, string][] = [
  [/e-?mail/i, 'email'],
  [/card|cvv/i, 'card'],
  [/iban|bank_?acc/i, 'iban'],
  [/ssn|social_?sec/i, 'ssn'],
  [/driv|passport|national_?id|licen[cs]e|id_?card|tax_?id|itin|nhs|nino|nie|nif|dni/i, 'national_id'],
  [/^ip|ip_?addr/i, 'ip'],
  [/url|domain|uri|web/i, 'url'],
  [/phone|fax|tel/i, 'phone'],
  [/birth|dob/i, 'date_of_birth'],
  [/street|address|zip|post_?code|building|secaddr/i, 'address'],
  [/gpe|loc|city|country|state|county|place/i, 'place'],
  [/org|company/i, 'organisation'],
  [/person|first_?name|last_?name|surname|^name|given/i, 'person'],
];
// Labels that fit none (titles, ages, dates, nationalities, times) are not what redaction is for: missing them costs
// nothing, and hiding them is neither right nor wrong.
const ours: Record<string, string> = {
  EMAIL: 'email',
  PHONE: 'phone',
  IBAN: 'iban',
  NATIONAL_ID: 'national_id',
  IP: 'ip',
  URL: 'url',
  DATE_OF_BIRTH: 'date_of_birth',
  PERSON: 'person',
  ADDRESS: 'address',
  PLACE: 'place',
  ORGANISATION: 'organisation',
};
const structured = new Set(['email', 'card', 'iban', 'ssn', 'ip', 'url', 'phone']);
// The two words for one thing: what is labelled the one and called the other is right.
const same: Record<string, string[]> = { ssn: ['national_id'], place: ['address'], address: ['place'] };

const spanSchema = z.object({
  entity_type: z.string(),
  start_position: z.number().int(),
  end_position: z.number().int(),
});
const textSchema = z.object({ full_text: z.string(), masked: z.string().optional(), spans: z.array(spanSchema) });
type Marked = { kind: string | undefined; start: number; end: number };

const { values } = parseArgs({
  options: {
    data: { type: 'string', multiple: true },
    train: { type: 'boolean' },
    show: { type: 'string' },
    confusion: { type: 'boolean' },
  },
});
if (values.train) {
  const from = performance.now();
  writeRecogniser(process.env.BATON_ROOT ?? process.cwd());
  console.log(`  Recogniser written in ${round((performance.now() - from) / 1_000)} s; run again to measure it.`);
  process.exit(0);
}
if (!values.data?.length) {
  console.error(
    'Which data? --data FILE, a JSON list of { full_text, spans: [{ entity_type, start_position, end_position }] }.',
  );
  process.exit(2);
}
const texts = values.data.flatMap((file) => z.array(textSchema).parse(JSON.parse(readFileSync(file, 'utf8'))));

/** Where the redacted text hides something, in positions of the original. */
function hiddenSpans(
  original: string,
  redacted: string,
  tokens: Record<string, { kind: string; value: string }>,
): Marked[] {
  const marks = [...redacted.matchAll(/\[[A-Z_]+_\d+\]|\[(?:card number|security code|card expiry) removed\]/g)];
  const found: Marked[] = [];
  let at = 0;
  let copied = 0;
  marks.forEach((mark, which) => {
    at += mark.index - copied;
    copied = mark.index + mark[0].length;
    const token = tokens[mark[0]];
    if (!token && mark[0].startsWith('[') && /[A-Z]/.test(mark[0][1]!)) return; // it stood there from the first
    const plainAfter = redacted.slice(copied, marks[which + 1]?.index);
    const end = token ? at + token.value.length : plainAfter ? original.indexOf(plainAfter, at) : original.length;
    found.push({ kind: token ? ours[token.kind] : 'card', start: at, end });
    at = end;
  });
  return found;
}

type Count = { gold: number; found: number; hidden: number; right: number };
const counts = new Map<string, Count>();
const confused = new Map<string, number>();
const count = (kind: string) => {
  const one = counts.get(kind) ?? { gold: 0, found: 0, hidden: 0, right: 0 };
  counts.set(kind, one);
  return one;
};
const within = (spans: Marked[], start: number, end: number) =>
  spans.find((span) => start < span.end && end > span.start);

redactText('warm up, my name is Ann');
for (const { full_text: text, spans } of texts) {
  const { text: redacted, tokens } = redactText(text);
  const gold: Marked[] = spans.map(({ entity_type: label, start_position: start, end_position: end }) => ({
    kind: kinds.find(([pattern]) => pattern.test(label))?.[1],
    start,
    end,
  }));
  const hidden = hiddenSpans(text, redacted, tokens);
  const wrong = new Set<string>();
  for (const { index: start, 0: word } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const end = start + word.length;
    const labelled = within(gold, start, end);
    const masked = within(hidden, start, end);
    const pair = `${labelled ? (labelled.kind ?? 'other') : 'nothing'} > ${masked?.kind ?? 'nothing'}`;
    confused.set(pair, (confused.get(pair) ?? 0) + 1);
    if (labelled?.kind) {
      for (const name of [labelled.kind, 'all', ...(structured.has(labelled.kind) ? ['structured'] : [])]) {
        count(name).gold++;
        if (masked) count(name).found++;
      }
      if (!masked) wrong.add(`-${labelled.kind}`);
    }
    if (masked?.kind && !(labelled && !labelled.kind)) {
      const fits = labelled?.kind === masked.kind || same[labelled?.kind ?? '']?.includes(masked.kind);
      const kind = masked.kind === 'national_id' && labelled?.kind === 'ssn' ? 'ssn' : masked.kind;
      count(kind).hidden++;
      if (fits) count(kind).right++;
      else wrong.add(`+${masked.kind}`);
      count('all').hidden++;
      if (labelled) count('all').right++;
      if (structured.has(kind)) {
        count('structured').hidden++;
        if (labelled?.kind && structured.has(labelled.kind)) count('structured').right++;
      }
    }
  }
  if (values.show && [...wrong].some((one) => one.includes(values.show!))) {
    console.log([...wrong].join(' '), JSON.stringify(redacted), '<=', JSON.stringify(text));
  }
}

if (values.confusion) {
  console.log('\n  labelled > hidden as, in words');
  for (const [pair, words] of [...confused].sort((a, b) => b[1] - a[1])) console.log(`  ${pair.padEnd(30)} ${words}`);
}

const recall = (kind: string) => round(count(kind).found / count(kind).gold, 4);
const precision = (kind: string) => round(count(kind).right / count(kind).hidden, 4);
const long = Array.from({ length: 200 }, (_, at) =>
  texts
    .slice((at * 7) % texts.length)
    .map((one) => one.full_text)
    .join(' ')
    .slice(0, 500),
);
// The fastest of three: what else the machine does is not what is measured.
const took = long.map((text) => {
  const tries = [1, 2, 3].map(() => {
    const from = performance.now();
    redactText(text);
    return performance.now() - from;
  });
  return Math.min(...tries);
});
const figures: Record<string, number> = {
  structured_recall: recall('structured'),
  structured_precision: precision('structured'),
  recall: recall('all'),
  precision: precision('all'),
  p50_ms_500: round(percentile(took, 0.5), 2),
  p95_ms_500: round(percentile(took, 0.95), 2),
};
for (const kind of [...counts.keys()].sort()) {
  if (kind === 'all' || kind === 'structured') continue;
  if (count(kind).gold > 0) figures[`${kind}_recall`] = recall(kind);
  if (count(kind).hidden > 0) figures[`${kind}_precision`] = precision(kind);
}
report('redaction', figures, {
  structured_recall: ['>=', 0.99],
  structured_precision: ['>=', 0.99],
  recall: ['>=', 0.75],
  precision: ['>=', 0.8],
  p95_ms_500: ['<=', 5],
});
