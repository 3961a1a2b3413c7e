const common: Record<string, string> = {
  en: 'a an the and or but if is are was were be been am do does did have has had i you he she it we they me my your our their this that these those of in on at to for from with by as not no can could will would please there here how what when where who why which so just about any some get got want like need',
  de: 'der die das und oder aber wenn ist sind war waren sein ich du er sie es wir ihr mich mir mein meine dein euer ihre ihr dies diese dieser von im in an auf zu für mit bei als nicht kein keine kann könnte wird würde bitte wie was wann wo wer warum ein eine einen habe hat haben noch schon',
  fr: 'le la les un une des et ou mais si est sont je tu il elle nous vous ils mon ma mes votre vos ce cette de du dans sur à pour avec par pas ne que qui quand où comment pourquoi ai as a avez',
  es: 'el la los las un una y o pero si es son yo tú él ella nosotros mi mis su sus este esta de del en a para con por no que quien cuando donde cómo por qué he ha han',
};
const lists = Object.entries(common).map(([language, words]) => ({ language, words: new Set(words.split(' ')) }));

const allWords = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];

/** The words of a text that carry its matter, without their commonest endings. */
export function contentWords(text: string): Set<string> {
  const carrying = allWords(text).filter((word) => !lists.some(({ words }) => words.has(word)));
  return new Set(carrying.map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|en|s|e)$/, '') : word)));
}

export function shared(one: Set<string>, other: Set<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n+/).flatMap((sentence) => sentence.trim() || []);
}

/** The language whose small words a text has most of; `otherwise` where it has none. */
export function languageOf(text: string, otherwise = 'en'): string {
  const words = allWords(text);
  const counts = lists.map((list) => ({ ...list, count: words.filter((word) => list.words.has(word)).length }));
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count === 0 ? otherwise : most.language;
}

export const isQuestion = (text: string) =>
  /\?|^\s*(?:how|what|when|where|who|why|which|can|could|do|does|is|are|wie|was|wann|wo|wer|warum|kann|comment|quand|cómo|cuándo)\b/i.test(
    text,
  );
