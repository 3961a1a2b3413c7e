/** The text for a language (`pt-BR`), for its base (`pt`), or in English: `en` is always there. */
export function sayWording(wording: string | Record<string, string>, language: string | null): string {
  if (typeof wording === 'string') return wording;
  const base = language?.split('-')[0];
  return (language && wording[language]) || (base && wording[base]) || wording.en!;
}
