const feelings = weigh({
  '-1': 'worst horrible terrible awful disgusting disgusted furious outrageous scam fraud hate unacceptable pathetic appalling atrocious despicable wtf bullshit scammers fucking fuck',
  '-0.7':
    'useless ridiculous angry rude disgrace disgraceful shame cheated lied liars incompetent nonsense sucks livid joke fed horrific nightmare crap damn ruined',
  '-0.5':
    'disappointed disappointing disappointment frustrated frustrating annoyed annoying unhappy bad poor upset complaint unprofessional dissatisfied broken worse fails unhelpful sick never',
  '-0.25':
    'wrong late missing lost problem damaged defective faulty failed delayed error waiting stuck issue unfortunately confused sorry sad leaks torn overcharged still twice worried',
  '0.3': 'ok okay fine good nice please glad solved quick helpful kind hope works',
  '0.6': 'thanks thank thx great happy appreciate love lovely cool super grateful cheers pleased resolved',
  '0.9': 'excellent perfect amazing wonderful awesome brilliant fantastic best delighted outstanding superb',
  // es fr de pt it: the words that carry most in a support chat.
  '-0.8':
    'terrible horrible pésimo inaceptable vergüenza estafa furioso nul honteux inacceptable arnaque scandaleux furieux furchtbar schrecklich unverschämt betrug frechheit inakzeptabel péssimo horrível inaceitável vergonha pessimo orribile inaccettabile vergogna truffa',
  '0.7':
    'gracias excelente perfecto genial merci parfait génial danke prima perfekt toll obrigado obrigada ótimo perfeito grazie perfetto ottimo',
});

const negations = new Set([
  'not',
  'no',
  'never',
  "isn't",
  "wasn't",
  "don't",
  "didn't",
  "doesn't",
  "can't",
  'cannot',
  "won't",
  'hardly',
  "aren't",
]);
const boosters = new Set([
  'very',
  'really',
  'so',
  'extremely',
  'absolutely',
  'totally',
  'completely',
  'such',
  'beyond',
]);

/** -1 furious … 1 delighted, 0 for plain business. A lexicon: it feels nothing, but it never feels at random either. */
export function detectSentiment(text: string): number {
  const tokens =
    text
      .toLowerCase()
      .replace(/[’]/g, "'")
      .match(/[\p{L}']+/gu) ?? [];
  let sum = 0;
  let strongest = 0;
  tokens.forEach((token, at) => {
    let value = feelings.get(token);
    if (value === undefined) return;
    const before = tokens.slice(Math.max(0, at - 3), at);
    // "not happy" is a complaint, "not bad" is faint praise.
    if (before.some((word) => negations.has(word)) && !negations.has(token)) value *= value > 0 ? -0.7 : -0.3;
    if (boosters.has(tokens[at - 1] ?? '')) value *= 1.3;
    sum += value;
    if (Math.abs(value) > Math.abs(strongest)) strongest = value;
  });
  let score = 0.7 * strongest + 0.3 * Math.tanh(sum);
  const shouted = text.replace(/\[[A-Z]+_\d+\]|\b[A-Z]{2,4}-\d+\b/g, '').match(/\b\p{Lu}{3,}\b/gu)?.length ?? 0;
  const loud = (shouted >= 2 ? 1 : 0) + (/!{2,}/.test(text) ? 1 : 0);
  // Shouting turns up what is said; on its own, it is impatience.
  if (loud > 0) score = score === 0 ? -0.15 * loud : score * (1 + 0.15 * loud);
  return Math.max(-1, Math.min(1, Math.round(score * 100) / 100));
}

function weigh(table: Record<string, string>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [weight, list] of Object.entries(table))
    for (const word of list.split(' ')) weights.set(word, Number(weight));
  return weights;
}
