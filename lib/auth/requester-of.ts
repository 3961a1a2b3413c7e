/** Whom a limit counts: the address a proxy in front says, otherwise everybody together. Never more than a limit rests on it. */
export const requesterOf = (headers: { get(name: string): string | null }): string =>
  (headers.get('x-forwarded-for') ?? 'local').split(',')[0]!.trim().slice(0, 64);
