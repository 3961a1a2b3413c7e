import type { Span } from './span';

const month =
  '(?:jan(?:uary|uar|vier|eiro)?|ene(?:ro)?|gen(?:naio)?|feb(?:ruary|ruar|rero|braio)?|f[ée]v(?:rier|ereiro)?|mar(?:ch|s|zo|ço)?|märz|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|may|mai|mayo|maio|maggio|jun(?:e|i|io|ho)?|juin|giugno|jul(?:y|i|io|ho)?|juillet|luglio|aug(?:ust)?|août|ago(?:sto)?|sep(?:t|tember|tembre|tiembre)?|set(?:embro|tembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|out(?:ubro)?|ott(?:obre)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:iembre|embre)?)';
const day = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|\\.|º|er)?';
const year = "(?:(?:18|19|20)\\d{2}|[’']?\\d{2})(?!\\d)";
const date = `(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/. ]\\d{1,2}[-/. ]${year}|${day}\\s(?:of\\s|de\\s|di\\s)?${month}\\.?(?:,?\\s(?:de\\s|del\\s)?${year})?|${month}\\.?\\s${day}(?:,?\\s${year})?|\\d{4}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일]?)`;
const announced = new RegExp(
  `(?<![\\p{L}])(?:d\\.?o\\.?b\\.?|date\\s(?:of\\s)?birth|birth\\s?date|birth\\s?day|born|geboren|geb\\.?|geburtsdatum|geburtstag|née?|date\\sde\\snaissance|anniversaire|nacid[oa]|nac[ií]|fecha\\sde\\snacimiento|cumpleaños|nascid[oa]|nasci|data\\sde\\snascimento|nat[oa]|data\\sdi\\snascita|compleanno|geboortedatum|urodzon[ya]|data\\surodzenia|född|født|syntynyt|doğum\\starihi)(?![\\p{L}])[^\\p{N}\\n]{0,24}?(?<![\\p{L}\\p{N}])(${date})(?![\\p{L}\\p{N}])|(?:出生日期|出生于|生日|生年月日|誕生日)[^\\p{N}\\n]{0,8}(\\d{4}\\s?[年/.-]\\s?\\d{1,2}\\s?[月/.-]\\s?\\d{1,2}\\s?日?)`,
  'giu',
);

/** Dates that a word beside them says somebody was born on. */
export function findDatesOfBirth(text: string): Span[] {
  return [...text.matchAll(announced)].map((match) => {
    const value = match[1] ?? match[2]!;
    const end = match.index + match[0].length;
    return { start: end - value.length, end };
  });
}
