import type { ExtractField, Reading, Verdict } from '../../governance/extract.schema';
import type { PlaybookNode } from '../../governance/playbook.schema';
import type { FieldFound } from './find-field';

type Extract1 = Extract<PlaybookNode, { kind: 'extract' }>;

/** What a field is called for people. */
export const titleOfField = (name: string, { title }: ExtractField): string => title ?? sentenceCase(name);

const sentenceCase = (name: string): string => {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * What was found and what it comes to. `evaluate` is asked with the values that were found alone, so that a check of one
 * that was not throws: it could not be made, which is not the same as that it does not fit.
 */
export function judgeReading(
  node: Extract1,
  file: string,
  values: Record<string, FieldFound | null>,
  slots: Record<string, unknown>,
  evaluate: (when: string, reading: Record<string, unknown>) => unknown,
): Reading {
  const entries = Object.entries(node.fields);
  const there = Object.fromEntries(
    Object.entries(values).flatMap(([name, found]) => (found ? [[name, found.value]] : [])),
  );
  const checks = node.checks.map(({ says, when }) => {
    const { verdict, cause } = verdictOf(() => evaluate(when, { ...there, file }));
    return { says, verdict, why: explain(node, when, values, slots, cause) };
  });
  const missing = entries.flatMap(([name, field]) =>
    values[name] || field.optional ? [] : [titleOfField(name, field)],
  );
  return {
    ...Object.fromEntries(entries.map(([name]) => [name, values[name]?.value ?? null])),
    file,
    found: entries
      .flatMap(([name, field]) => {
        const found = values[name];
        return found ? [{ name, field, ...found }] : [];
      })
      // As one comes upon it in the document: the database keeps the fields in no order.
      .sort((a, b) => a.place.page - b.place.page || a.place.line - b.place.line)
      .map(({ name, field, text, where }) => ({ field: name, title: titleOfField(name, field), text, where })),
    missing,
    checks,
    fits: missing.length === 0 && checks.every(({ verdict }) => verdict === 'fits'),
    unfit: checks.filter(({ verdict }) => verdict === 'unfit').map(({ says }) => says),
    unread: checks.filter(({ verdict }) => verdict === 'unread').map(({ says }) => says),
  };
}

function verdictOf(evaluate: () => unknown): { verdict: Verdict; cause: string | null } {
  try {
    return { verdict: evaluate() === true ? 'fits' : 'unfit', cause: null };
  } catch (error) {
    const cause = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { verdict: 'unread', cause };
  }
}

/** The values a check speaks of, each with its place: what the agent would look up to see whether it is right. */
function explain(
  { as, fields }: Extract1,
  when: string,
  values: Record<string, FieldFound | null>,
  slots: Record<string, unknown>,
  cause: string | null,
): string {
  const named = (of: string) => [
    ...new Set([...when.matchAll(new RegExp(`\\b${of}\\.([A-Za-z_]\\w*)`, 'g'))].map((match) => match[1]!)),
  ];
  const read = named(as).flatMap((name) => {
    const field = fields[name];
    if (!field) return [];
    const found = values[name];
    const title = titleOfField(name, field);
    return [found ? `${title} “${found.text}”, ${found.where}` : `${title} was not found`];
  });
  const given = named('slots').flatMap((slot) => {
    const value = slots[slot];
    return typeof value === 'string' ? [`the customer gave “${value}”`] : [];
  });
  const lost = named(as).some((name) => name in fields && !values[name]);
  return [...read, ...given, ...(cause && !lost ? [cause] : [])].join('; ');
}
