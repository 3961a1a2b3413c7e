/** A cell that a spreadsheet would take for a formula is made a text by an apostrophe; so are tabs and line ends at its beginning. */
const formula = /^[\s]*[=+\-@\t\r\n]|^[\t\r\n]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Row = readonly (string | number | null)[];

/** By this spreadsheets know that it is UTF-8. */
export const csvMark = '\ufeff';

/** Lines of CSV (RFC 4180). Numbers stay numbers. */
export const csvLines = (rows: readonly Row[]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** Rows as CSV, with its mark at the beginning. */
export const writeCsv = (rows: readonly Row[]): string => csvMark + csvLines(rows);
