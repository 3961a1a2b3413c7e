/** Words for days in es, fr, de, pt and it. Letters are compared without their accents, which customers leave out. */
export const monthWords: string[][] = [
  ['enero', 'janvier', 'januar', 'jänner', 'janeiro', 'gennaio'],
  ['febrero', 'fevrier', 'februar', 'fevereiro', 'febbraio'],
  ['marzo', 'mars', 'märz', 'março'],
  ['abril', 'avril', 'aprile'],
  ['mayo', 'mai', 'maio', 'maggio'],
  ['junio', 'juin', 'juni', 'junho', 'giugno'],
  ['julio', 'juillet', 'juli', 'julho', 'luglio'],
  ['agosto', 'août'],
  ['septiembre', 'septembre', 'setembro', 'settembre'],
  ['octubre', 'octobre', 'oktober', 'outubro', 'ottobre'],
  ['noviembre', 'novembre', 'novembro'],
  ['diciembre', 'décembre', 'dezember', 'dezembro', 'dicembre'],
].map((words) => words.map(bare));

/** Days from today. The longer phrase stands first: "pasado mañana" holds "mañana". */
export const relativeDays: [words: string, days: number][] = [
  ['pasado mañana|après[- ]demain|übermorgen|depois de amanhã|dopodomani', 2],
  ["anteayer|avant[- ]hier|vorgestern|anteontem|l'altro ieri", -2],
  ["hoy|aujourd'hui|heute|hoje|oggi", 0],
  // "por la mañana" and "am Morgen" are the morning, not tomorrow.
  ['(?<!(?:la|de|am|guten) )(?:mañana|morgen)|demain|amanhã|domani', 1],
  ["ayer|hier(?= (?:soir|matin|j'|je))|gestern|ontem|ieri", -1],
];

/** "hace 3 días", "vor 2 Wochen", "il y a un mois": the unit by its first letters. */
export const agoWords =
  /(?<!\p{L})(?:hace|il y a|vor|h[aá])\s+(\d{1,3}|un[ae]?|dos|tres|deux|trois|ein\p{L}{0,2}|zwei|drei|dois|duas|tr[eê]s)\s+(d[ií]as?|jours?|tag\p{L}*|semanas?|semaines?|wochen?|m[eê]s(?:es)?|mois|monat\p{L}*)(?!\p{L})|(?<!\p{L})(\d{1,3}|un[ao]?|due|tre)\s+(giorn[oi]|settiman[ae]|mes[ei])\s+fa(?!\p{L})/giu;

export const aheadWords =
  /(?<!\p{L})(?:en|dans|in|em|dentro de|tra|fra|daqui a)\s+(\d{1,3}|un[aeo]?|uma|dos|tres|deux|trois|ein\p{L}{0,2}|zwei|drei|dois|duas|tr[eê]s|due|tre)\s+(d[ií]as?|jours?|tag\p{L}*|giorn[oi]|semanas?|semaines?|wochen?|settiman[ae]|m[eê]s(?:es)?|mois|monat\p{L}*|mes[ei])(?!\p{L})/giu;

const counts: Record<string, number> = {
  dos: 2,
  deux: 2,
  zwei: 2,
  dois: 2,
  duas: 2,
  due: 2,
  tres: 3,
  trois: 3,
  drei: 3,
  tre: 3,
};

export function countOf(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : (counts[bare(word)] ?? 1);
}

export function unitOf(word: string): 'day' | 'week' | 'month' {
  const first = bare(word);
  if (/^(?:sem|woch|sett)/.test(first)) return 'week';
  return /^(?:mes|mois|monat)/.test(first) ? 'month' : 'day';
}

/** 1 … 12, or 0 when it names no month. */
export function foreignMonth(word: string): number {
  return monthWords.findIndex((words) => words.includes(bare(word))) + 1;
}

export function bare(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
