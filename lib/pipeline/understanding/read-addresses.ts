import type { Entity } from './understanding.schema';

const suffix =
  '(?:street|str|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|square|sq|trail|trl|parkway|pkwy|circle|cir|terrace|ter|way|highway|hwy|loop|row|alley|crescent|broadway)';
const state =
  '(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])';
const stateName =
  '(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)';
const unit = '(?:,?\\s*(?:apt|apartment|unit|suite|ste|floor|fl|#)\\.?\\s*#?\\s*[\\w-]{1,6})?';
const zip = '\\d{5}(?:-\\d{4})?';

const full = new RegExp(
  `\\b\\d{1,6}[A-Za-z]?\\s+(?:[A-Za-z0-9.'-]+\\s+){1,4}?${suffix}\\b\\.?(?:\\s+(?:N|S|E|W|NE|NW|SE|SW)\\b)?${unit}(?:,?\\s+[A-Za-z][A-Za-z.' -]{1,30}?,?\\s+(?:${state}|${stateName})\\b\\.?(?:,?\\s+${zip})?|,?\\s+[A-Za-z][A-Za-z.' -]{1,30}?,?\\s+${zip})`,
  'gi',
);
const short = new RegExp(
  `\\b\\d{1,6}[A-Za-z]?\\s+(?:[A-Z0-9][A-Za-z0-9.'-]*\\s+){1,3}?${suffix}\\b\\.?${unit}(?:,\\s*[A-Z][A-Za-z.' ]{1,25})?`,
  'gi',
);

/** Postal addresses in the United States; a street without city or zip counts as half sure. */
export function readAddresses(text: string): Entity[] {
  const found: Entity[] = [];
  for (const [pattern, sure] of [
    [full, 0.9],
    [short, 0.55],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const value = match[0].replace(/\s+/g, ' ').trim();
      found.push({ kind: 'address', value, text: match[0], start, end, sure });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
