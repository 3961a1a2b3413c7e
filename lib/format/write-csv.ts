/** A cell that a spreadsheet would take for a formula is made a text by an apostrophe; so are tabs and line ends at its beginning. */
const formula = /^[\s]*[=+\-@\t\r\n]|^[\t\r\n]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180), with a mark at the beginning by which spreadsheets know it is UTF-8. Numbers stay numbers. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
