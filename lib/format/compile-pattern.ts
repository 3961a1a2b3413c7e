import { RE2JS } from 're2js';

/** Steps of its machine: what a line costs is its length times this. */
const mostSteps = 400;

export type Pattern = { ok: true; find(text: string): string | null } | { ok: false; why: string };

/**
 * A pattern in RE2's syntax, whatever its case: matched in time that grows with the text and never with its choices, so
 * that no text and no pattern makes it stand still. `find` gives the first group, or the whole where there is none.
 */
export function compilePattern(source: string): Pattern {
  try {
    const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    if (compiled.programSize() > mostSteps) return { ok: false, why: 'it is too large; repeat less' };
    return {
      ok: true,
      find(text) {
        const matcher = compiled.matcher(text);
        if (!matcher.find()) return null;
        return (compiled.groupCount() > 0 ? matcher.group(1) : matcher.group()) ?? null;
      },
    };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
    return { ok: false, why };
  }
}
