/**
 * The language a reader is shown first: the one they chose before, then the best of what their browser asks for, then
 * English, then whatever there is. Null when there is nothing to read.
 */
export function chooseHelpLanguage(
  available: readonly string[],
  chosen: string | null,
  acceptLanguage: string | null,
): string | null {
  const asked = (acceptLanguage ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = Number(/^\s*q=([\d.]+)/.exec(parameters.join(';'))?.[1] ?? 1);
      return { language: tag.split('-')[0]!.toLowerCase(), quality: Number.isNaN(quality) ? 0 : quality, at };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality || one.at - other.at)
    .map(({ language }) => language);
  const wanted = [...(chosen ? [chosen] : []), ...asked, 'en'];
  return wanted.find((language) => available.includes(language)) ?? available[0] ?? null;
}
