import type { Span } from './span';

const digitsOf = (text: string) => text.replace(/\D/g, '');
const weighted = (digits: string, weights: number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);

/** Numbers that states give to people, told by their form, and by their check digits where they have any. */
const forms: { pattern: RegExp; holds(written: string): boolean }[] = [
  // United States: social security and taxpayer numbers. Hyphens set so are telling; with blanks the issued ranges must fit.
  { pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, holds: () => true },
  { pattern: /(?<![\d-])(?!000|666|9\d\d)\d{3} (?!00)\d{2} (?!0000)\d{4}(?![\d-])/g, holds: () => true },
  // United Kingdom: national insurance
  {
    pattern:
      /(?<![\p{L}\p{N}])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/giu,
    holds: () => true,
  },
  // Spain: DNI and NIE
  {
    pattern: /(?<![\p{L}\p{N}])(?:\d{8}|\d{2}\.\d{3}\.\d{3}|[XYZ][- ]?\d{7})[- ]?[A-HJ-NP-TV-Z](?![\p{L}\p{N}])/giu,
    holds: (written) => {
      const plain = written.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
      const number = Number(plain.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
      return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === plain.at(-1);
    },
  },
  // France: NIR
  {
    pattern:
      /(?<![\p{L}\p{N}])[12378][ .]?\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}[ .]?\d{2}(?![\p{L}\p{N}])/giu,
    holds: (written) => {
      const plain = written.replace(/[^0-9AB]/gi, '').toUpperCase();
      const number = BigInt(plain.slice(0, 13).replace('2A', '19').replace('2B', '18'));
      return 97n - (number % 97n) === BigInt(plain.slice(13));
    },
  },
  // Italy: codice fiscale
  {
    pattern:
      /(?<![\p{L}\p{N}])[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z](?![\p{L}\p{N}])/giu,
    holds: holdsItalian,
  },
  // Brazil: CPF
  { pattern: /(?<![\d.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\d-])/g, holds: holdsBrazilian },
  // Switzerland: AHV
  {
    pattern: /(?<![\d.])756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}(?![\d.])/g,
    holds: (written) => {
      const digits = digitsOf(written);
      return (10 - (weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === Number(digits[12]);
    },
  },
  // China: resident identity (ISO 7064 MOD 11-2)
  {
    pattern:
      /(?<![\p{L}\p{N}])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![\p{L}\p{N}])/giu,
    holds: (written) =>
      '10X98765432'[weighted(written, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] ===
      written.at(-1)!.toUpperCase(),
  },
  // India: Aadhaar in its three groups
  {
    pattern: /(?<![\d-])[2-9]\d{3}[ -]\d{4}[ -]\d{4}(?![\d -]*\d)/g,
    holds: (written) => holdsVerhoeff(digitsOf(written)),
  },
  // Sweden: personnummer
  {
    pattern: /(?<![\d-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+]\d{4}(?![\d-])/g,
    holds: (written) => holdsLuhn(digitsOf(written).slice(-10)),
  },
  // Finland: henkilötunnus
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![\p{L}\p{N}])/giu,
    holds: (written) =>
      '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digitsOf(written.slice(0, 6) + written.slice(7, 10))) % 31] ===
      written.at(-1)!.toUpperCase(),
  },
  // Mexico: CURP
  {
    pattern:
      /(?<![\p{L}\p{N}])[A-Z]{4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX][A-Z]{5}[A-Z0-9]\d(?![\p{L}\p{N}])/giu,
    holds: () => true,
  },
];

// Where a word says what the number is, a wrong digit is a slip of the pen and hides it no less.
const announced =
  /(?<![\p{L}\p{N}])(?:ssn|itin|social[ -]security(?:[ -](?:number|no|nr))?|nino?|national[ -]insurance(?:[ -](?:number|no))?|national[ -]id(?:entity|entification)?(?:[ -](?:number|card|no))?|identity[ -]card(?:[ -](?:number|no))?|id[ -]card(?:[ -](?:number|no))?|tax(?:payer)?[ -]?id(?:entification)?(?:[ -](?:number|no))?|passport(?:[ -](?:number|no|nr))?|(?:driver'?s?|driving|drivers)[’'s]*[ -]licen[cs]e(?:[ -](?:number|no))?|dni|nif|número[ -]de[ -](?:identidad|pasaporte|seguridad[ -]social)|pasaporte|carn[eé][ -]de[ -]conducir|num[ée]ro[ -]de[ -]s[ée]curit[ée][ -]sociale|nir|passeport|permis[ -]de[ -]conduire|steuer-?(?:id|identifikationsnummer|nummer)|idnr|sozialversicherungsnummer|reisepass(?:nummer)?|personalausweis(?:nummer)?|ausweisnummer|führerschein(?:nummer)?|codice[ -]fiscale|passaporto|patente|cpf|passaporte|bsn|burgerservicenummer|paspoort(?:nummer)?|rijbewijs|pesel|paszport|personnummer|cpr(?:-nummer)?|fødselsnummer|henkilötunnus|hetu|curp|aadhaar|aadhar|pan[ -]card|tfn|medicare(?:[ -](?:number|no))?|nhs(?:[ -](?:number|no))?|身份证号?|护照号?|マイナンバー)(?![\p{L}])[^\p{L}\p{N}\n]{0,4}(?:(?:card|number|no|nr|is|was|id|num|es|est|ist|é|è|lautet|número|numéro|numero|nummer|er|är|:|是)(?![\p{L}])[^\p{L}\p{N}\n]{0,4}){0,3}(\p{L}{0,3}\d[\p{L}\d]*(?:[ ./-]?\p{L}{0,2}\d[\p{L}\d]*){0,5}(?:[ -]?\p{L})?)(?![\p{L}\p{N}])/giu;

export function findNationalIds(text: string): Span[] {
  const found = forms.flatMap(({ pattern, holds }) =>
    [...text.matchAll(pattern)]
      .filter((match) => holds(match[0]))
      .map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  for (const match of text.matchAll(announced)) {
    const value = match[1]!;
    const digits = digitsOf(value).length;
    if (digits < 4 || value.length < 6 || value.length > 24) continue;
    const end = match.index + match[0].length;
    found.push({ start: end - value.length, end });
  }
  return found;
}

function holdsLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function holdsBrazilian(written: string): boolean {
  const digits = digitsOf(written);
  const check = (length: number) => {
    const sum = [...digits.slice(0, length)].reduce((total, digit, at) => total + Number(digit) * (length + 1 - at), 0);
    return ((sum * 10) % 11) % 10;
  };
  return new Set(digits).size > 1 && check(9) === Number(digits[9]) && check(10) === Number(digits[10]);
}

function holdsItalian(written: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  const plain = written.toUpperCase();
  const sum = [...plain.slice(0, 15)].reduce((total, character, at) => {
    const value = character >= 'A' ? character.charCodeAt(0) - 65 : Number(character);
    return total + (at % 2 === 0 ? odd[value]! : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === plain[15];
}

/** The dihedral check digit (Verhoeff 1969). */
function holdsVerhoeff(digits: string): boolean {
  const times = (a: number, b: number) =>
    a < 5 ? (b < 5 ? (a + b) % 5 : ((a + b - 5) % 5) + 5) : b < 5 ? ((a - 5 - b + 5) % 5) + 5 : (a - b + 5) % 5;
  const permute = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  let check = 0;
  [...digits].reverse().forEach((digit, at) => {
    let value = Number(digit);
    for (let turn = at % 8; turn > 0; turn--) value = permute[value]!;
    check = times(check, value);
  });
  return check === 0;
}
