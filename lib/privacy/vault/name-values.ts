import type { TokenKind, Tokens } from '../privacy.schema';

export type Names = { tokens: Tokens; of(kind: TokenKind, value: string): string };

/** Gives placeholders to values: the same to the same, numbers going on from what is known. */
export function nameValues(known: Tokens): Names {
  const tokens: Tokens = { ...known };
  const names = new Map(Object.entries(known).map(([name, { kind, value }]) => [`${kind} ${value}`, name]));
  const last = new Map<string, number>();
  for (const name of Object.keys(known)) {
    const [, kind, count] = /^\[([A-Z_]+)_(\d+)\]$/.exec(name) ?? [];
    if (kind) last.set(kind, Math.max(last.get(kind) ?? 0, Number(count)));
  }
  return {
    tokens,
    of(kind, value) {
      const found = names.get(`${kind} ${value}`);
      if (found) return found;
      const count = (last.get(kind) ?? 0) + 1;
      last.set(kind, count);
      const name = `[${kind}_${count}]`;
      names.set(`${kind} ${value}`, name);
      tokens[name] = { kind, value };
      return name;
    },
  };
}
