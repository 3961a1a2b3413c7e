import { askedWords } from './asked-words';

/** What kind of thing the question wants to hear. */
export type Asked = 'money' | 'time' | 'count' | 'place' | 'moment' | 'hours' | 'way';

const kinds: [Asked, RegExp][] = [
  [
    'money',
    /\bhow (?:much|expensive)\b(?! (?:time|longer|weight))|\bwhat (?:does|do|is|are|would)\b.{0,40}\b(?:cost|price|fee)s?\b|\b(?:price|fee) (?:of|for)\b|\bwhat.{0,20}\b(?:cost|charge)\b|\b(?:is|are|do i get)\b.{0,40}\bfree\b/i,
  ],
  ['time', /\bhow (?:long|fast|quick(?:ly)?|soon|many (?:days|weeks|months|hours))\b/i],
  [
    'count',
    /\bhow (?:many|heavy|warm|big|often|thick|old|bright)\b|\bwhat.{0,20}\b(?:weight|capacity|rating|temperature|size|number|r-value)\b/i,
  ],
  [
    'hours',
    /\b(?:opening|store|business|office) hours\b|\bwhat (?:time|hours)\b|\bwhen (?:are|do|is) (?:you|the stores?|your stores?) (?:open|close)/i,
  ],
  ['moment', /\bwhen\b|\bwhat (?:time|day|hours)\b|\bopening hours\b/i],
  [
    'way',
    /\bhow (?:do|can|could|should|would|to|does one)\b|\bwhat (?:do|must|should) i do\b|\bwhat is the (?:best )?way\b/i,
  ],
  ['place', /\bwhere\b|\bwhich (?:cities|countries|stores?)\b/i],
];

const answers: Record<Asked, RegExp> = {
  money: /[$€£]\s?\d|\d+\s?%|\bfree\b/i,
  time: /\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve|half an?)(?:\s+(?:to|and|or)\s+\d+)?\s+(?:business\s+)?(?:minutes?|hours?|days?|weeks?|months?|years?)\b/i,
  count: /\d|\b(?:one|two|three|four|five|six|twice|once)\b/i,
  hours: /\b\d{1,2}\s?(?:am|pm)\b/i,
  moment:
    /\b\d{1,2}\s?(?:am|pm)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:after|before|until|once|as soon as|within|day|date)\b/i,
  place:
    /\b(?:in|at|on|under|to|from)\s+(?:your|the|our)\b|\b[A-Z][a-z]+,\s[A-Z]|\b(?:under|account|store|site|page|website)\b/,
  // An instruction: "Use a …", "Ask here …", "Send us …", or what one can do.
  way: /^(?:\d+\. )?(?!The|This|These|It|A|An|In|On|For|If|When|No|All|Our|We|You|They|There|Some|Most|Both)[A-Z][a-z]+ (?:the|a|an|it|your|us|in|on|by|at|here|out|off|up|with|to|two|clean|new|small)\b|\byou can\b|\bask (?:here|us)\b|\bgo to\b|\bwe (?:send|ship)\b|^By\b/,
};

/** Undefined where any true sentence may do, as for "is it waterproof", and in languages without patterns. */
export function readAsked(question: string, language: string): Asked | undefined {
  const asked = language === 'en' || language === 'und' ? kinds : (askedWords[language]?.kinds ?? []);
  return asked.find(([, pattern]) => pattern.test(question))?.[0];
}

/** What a heading such as "What it costs" or "How long it takes" promises. */
export function readPromised(heading: string, language: string): Asked | undefined {
  const priced = language === 'en' && /\b(?:costs?|prices?|pays? less|fees?)\b/i.test(heading);
  return priced ? 'money' : readAsked(heading, language);
}

/** Whether the sentence holds a thing of that kind. */
export function fitsAsked(sentence: string, asked: Asked, language: string): boolean {
  const pattern = language === 'en' || language === 'und' ? answers[asked] : askedWords[language]?.answers[asked];
  return pattern?.test(sentence) ?? true;
}
