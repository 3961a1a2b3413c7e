import type { Span } from './span';

const han = '[\\p{Script=Han}·]';
const kana = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー・]';

/**
 * Where capitals tell nothing and words may not be parted, a name is known by how people give it: "我叫王小明",
 * "田中太郎と申します". Each pattern's first group is the name.
 */
const introductions = [
  `(?:我叫|我的名字(?:是|叫)|本人姓名(?:是|为|：|:)?|姓名[：:]\\s*|收件人[：:]\\s*)(${han}{2,4}?)(?=$|[^\\p{L}]|[，。！、]|(?:的|想|要|在|住|是|我))`,
  `(?:名前は|氏名[：:は]\\s*)(${kana}{2,8}?)(?=です|と申|と言|といい|$|[。、\\s])`,
  `(?<![\\p{Script=Han}\\p{Script=Katakana}])([\\p{Script=Han}\\p{Script=Katakana}ー・]{2,8})(?=と申します|といいます|と言います)`,
  `(?:제 이름은|성함은|이름:)\\s*([\\p{Script=Hangul}]{2,5}?)(?=입니다|이에요|예요|이고|$|[.,\\s])`,
  `(?:اسمي|إسمي)\\s+(\\p{L}+(?:\\s+\\p{L}+)?)`,
  `(?:שמי|קוראים לי)\\s+(\\p{L}+(?:\\s+\\p{L}+)?)`,
  `(?:[Мм]еня зовут|[Мм]ене звати|[Мм]оё имя)\\s+(\\p{Lu}\\p{L}+(?:\\s+\\p{Lu}\\p{L}+)?)`,
  `(?:[Μμ]ε λένε|[Οο]νομάζομαι)\\s+(\\p{Lu}\\p{L}+(?:\\s+\\p{Lu}\\p{L}+)?)`,
  `(?:मेरा नाम)\\s+([\\p{L}\\p{M}]+(?:\\s+(?!है)[\\p{L}\\p{M}]+)?)(?=\\s+है|$)`,
].map((pattern) => new RegExp(pattern, 'dgu'));

/** Names given in scripts and languages that the recogniser does not read. */
export function findIntroductions(text: string): Span[] {
  return introductions.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ indices }) => {
      const [start, end] = indices![1]!;
      return { start, end };
    }),
  );
}
