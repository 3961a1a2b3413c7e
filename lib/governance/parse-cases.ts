import { caseSchema, type PolicyCase } from './case.schema';

/** A line of a file of cases: the case, or what is wrong with it. `json` is false where the line is not even JSON. */
export type ParsedCase =
  | { line: number; kind: 'case'; value: PolicyCase }
  | { line: number; kind: 'broken'; json: boolean; name: string | null; tool: string | null; says: string };

/** One JSON case a line; empty lines are skipped. Never throws. */
export function parseCases(text: string): ParsedCase[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((content, at): ParsedCase[] => (content.trim() === '' ? [] : [parseLine(content, at + 1)]));
}

function parseLine(content: string, line: number): ParsedCase {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { line, kind: 'broken', json: false, name: null, tool: null, says: 'This is not JSON.' };
  }
  const parsed = caseSchema.safeParse(value);
  if (parsed.success) return { line, kind: 'case', value: parsed.data };
  const { name, tool } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const [issue] = parsed.error.issues;
  return {
    line,
    kind: 'broken',
    json: true,
    name: typeof name === 'string' ? name : null,
    tool: typeof tool === 'string' ? tool : null,
    says: `This is not a case: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}.`,
  };
}
