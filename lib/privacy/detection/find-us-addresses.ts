import { overlaps, type Span } from './span';

const suffix =
  '(?:street|str|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|square|sq|trail|trl|parkway|pkwy|circle|cir|terrace|ter|way|highway|hwy|loop|row|alley|crescent|broadway)';
const state =
  '(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)';
const unit = '(?:,?\\s*(?:apt|apartment|unit|suite|ste|floor|fl|#)\\.?\\s*#?\\s*[\\w-]{1,6})?';
const city = "[A-Za-z][A-Za-z.' -]{1,30}?";
const zip = '\\d{5}(?:-\\d{4})?';
const fullAddress = new RegExp(
  `\\b\\d{1,6}[A-Za-z]?\\s+(?:[A-Za-z0-9.'-]{1,20}\\s+){1,4}?${suffix}\\b\\.?(?:\\s+(?:N|S|E|W|NE|NW|SE|SW)\\b)?${unit}(?:,?\\s+${city},?\\s+${state}\\b\\.?(?:,?\\s+${zip})?|,?\\s+${city},?\\s+${zip})`,
  'gi',
);
const streetOnly = new RegExp(
  `\\b\\d{1,6}[A-Za-z]?\\s+(?:[A-Z0-9][A-Za-z0-9.'-]{0,20}\\s+){1,3}?(?:${suffix}|${capitalised(suffix)})\\b\\.?${unit}(?:,\\s*[A-Z][A-Za-z.' ]{1,25})?`,
  'g',
);

/** Postal addresses in the United States; without city and state or zip they are half sure. */
export function findUsAddresses(text: string): (Span & { sure: number })[] {
  const found: (Span & { sure: number })[] = [];
  for (const [pattern, sure] of [
    [fullAddress, 0.9],
    [streetOnly, 0.55],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!found.some((other) => overlaps(other, { start, end }))) found.push({ start, end, sure });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function capitalised(alternatives: string): string {
  return alternatives.replace(/(?<=\(\?:|\|)[a-z]/g, (letter) => letter.toUpperCase());
}
