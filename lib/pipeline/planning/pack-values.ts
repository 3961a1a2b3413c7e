import type { Looked } from '../run.schema';

/** Characters of JSON; a record beyond it is read again rather than kept with the conversation. */
const most = 6_000;

/** What is kept of a run's values while it waits: small ones as they are, of large lookups how to get them again. */
export function packValues(
  values: Record<string, unknown>,
  lookups: Record<string, Looked>,
): { values: Record<string, unknown>; looked: Looked[] } {
  const large = (as: string) => lookups[as] !== undefined && JSON.stringify(values[as]).length > most;
  return {
    values: Object.fromEntries(Object.entries(values).filter(([as]) => !large(as))),
    looked: Object.keys(values).flatMap((as) => (large(as) ? [lookups[as]!] : [])),
  };
}
