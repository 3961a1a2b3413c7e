export type ReadRow = { name: string; text: string };

/** A trace may hold a whole page of passages: what is shown of one stage ends here. */
const most = 60;
const longest = 600;

/** Any kept value as rows of dotted names and words: {a: {b: true}} → "a.b": "yes". Lists of plain values are joined. */
export function readValue(value: unknown): ReadRow[] {
  const rows: ReadRow[] = [];
  walk('', value, rows);
  if (rows.length <= most) return rows;
  return [...rows.slice(0, most), { name: '…', text: `${rows.length - most} more` }];
}

function walk(name: string, value: unknown, rows: ReadRow[]): void {
  if (value === null || value === undefined || value === '') return;
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null)) {
    if (value.length > 0) add(name, value.map(say).join(', '), rows);
    return;
  }
  if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      // Lists are counted from 1, as people do.
      const part = Array.isArray(value) ? String(Number(key) + 1) : key;
      walk(name === '' ? part : `${name}.${part}`, inner, rows);
    }
    return;
  }
  add(name, say(value), rows);
}

function add(name: string, text: string, rows: ReadRow[]): void {
  rows.push({ name: name || 'value', text: text.length > longest ? `${text.slice(0, longest)}…` : text });
}

function say(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Math.round(value * 1000) / 1000);
  return String(value);
}
