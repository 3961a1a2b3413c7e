const cites = String.raw`(?:\s*\[(?:[pt]\d{1,3}|c)(?:\s*[,;]\s*(?:[pt]\d{1,3}|c))*\])`;
/** A citation may stand on the next line, or be only begun there: it belongs to what it follows. */
const noCite = String.raw`(?!\s*\[(?:[pct]|$))`;
/**
 * A mark with its citations; a citation before a capital, or what is true of the words before it would carry those after it;
 * a line.
 */
const end = new RegExp(
  [
    String.raw`[.!?。！？…][”"’')\]]*${cites}*(?=\s+(?:[\p{Lu}\p{Lo}“"¿¡]|\[[A-Z])|\s*\n${noCite}|$)`,
    String.raw`${cites}+(?=\s+[\p{Lu}“"¿¡])`,
    String.raw`\n+${noCite}`,
  ].join('|'),
  'u',
);

/** What is whole of a text that is still being written: sentences with the sources behind them, and what is left. */
export function takeSentences(text: string, ended: boolean): { sentences: string[]; rest: string } {
  const sentences: string[] = [];
  let rest = text;
  for (;;) {
    const match = end.exec(rest);
    // At the very end more may follow: a citation, if need be on the next line, or the digits of "No. 5".
    if (!match || (!ended && rest.slice(match.index + match[0].length).trim() === '')) break;
    const cut = match.index + match[0].length;
    const sentence = rest.slice(0, cut).trim();
    if (/[\p{L}\p{N}]/u.test(sentence)) sentences.push(sentence);
    rest = rest.slice(cut).trimStart();
  }
  if (ended && /[\p{L}\p{N}]/u.test(rest)) {
    sentences.push(rest.trim());
    rest = '';
  }
  return { sentences, rest };
}
