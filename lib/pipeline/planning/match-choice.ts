export type Choice = { value: string; says: string[] };

/**
 * The choice a message names, as whole words whatever their case and accents, or null when it names none or could mean
 * two. A longer name wins over a shorter one inside it: "two day shipping" is not "day shipping".
 */
export function matchChoice(choices: Choice[], message: string): string | null {
  const text = fold(message);
  const found = choices.flatMap(({ value, says }) =>
    [value, ...says].flatMap((name) => {
      const words = fold(name);
      const at = words === '' ? -1 : ` ${text} `.indexOf(` ${words} `);
      return at === -1 ? [] : [{ value, at, end: at + words.length }];
    }),
  );
  const inside = (one: (typeof found)[number]) =>
    found.some((other) => other.at <= one.at && other.end >= one.end && other.end - other.at > one.end - one.at);
  const named = new Set(found.filter((one) => !inside(one)).map((one) => one.value));
  return named.size === 1 ? [...named][0]! : null;
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
