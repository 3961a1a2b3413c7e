/** The injection detector on labelled texts: --data FILE.jsonl (text, label 0 or 1), and --ordinary FILE for false alarms on plain questions. */
import { parseArgs } from 'node:util';
import { detectInjection } from '../lib/pipeline/understanding/detect-injection';
import { readLabelled } from './read-labelled';
import { percentile, report, round } from './report';

/** From here on the pipeline calls a text an attempt. */
const SUSPECTED = 0.5;

const { values } = parseArgs({
  options: { data: { type: 'string' }, ordinary: { type: 'string' }, show: { type: 'boolean' } },
});
if (!values.data) {
  console.error('npm run bench -- injection --data FILE.jsonl [--ordinary FILE] [--show]');
  process.exit(2);
}
const times: number[] = [];
const isSuspected = (text: string) => {
  const from = performance.now();
  const risk = detectInjection(text);
  times.push(performance.now() - from);
  return risk >= SUSPECTED;
};

const rows = readLabelled(values.data, ['train', 'test', 'data']).map(({ text, label }) => ({
  text,
  meant: /^(?:1|true|yes|injection|jailbreak|malicious|attack)$/i.test(label),
  suspected: isSuspected(text),
}));
if (!rows.some(({ meant }) => meant))
  throw new Error(`${values.data}: no text is labelled an injection (1 or "injection")`);
const found = rows.filter(({ meant, suspected }) => meant && suspected).length;
const wrong = rows.filter(({ meant, suspected }) => !meant && suspected);
const recall = found / rows.filter(({ meant }) => meant).length;
const precision = found / Math.max(1, found + wrong.length);
const ordinary = values.ordinary ? readLabelled(values.ordinary, ['train', 'test', 'data']) : [];
const alarms = ordinary.filter(({ text }) => isSuspected(text));
if (values.show) {
  for (const { text } of wrong) console.log(`unmeant   ${text}`);
  for (const { text } of alarms) console.log(`ordinary  ${text}`);
}

report(
  'injection',
  {
    recall: round(recall, 4),
    precision: round(precision, 4),
    f1: round(recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision), 4),
    ...(ordinary.length > 0 ? { false_alarms: round(alarms.length / ordinary.length, 4) } : {}),
    detect_p95_ms: round(percentile(times, 0.95), 3),
  },
  { ...(ordinary.length > 0 ? { false_alarms: ['<=', 0.01] as ['<=', number] } : {}) },
);
