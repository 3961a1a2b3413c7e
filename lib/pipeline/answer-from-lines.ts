import { readContentTerms } from '../knowledge/read-terms';

export type Line = { text: string; source: number; language: string };

/** Half of what was asked for must be spoken about: below that a sentence is near, and no answer. */
const enough = 0.5;
const mostLines = 4;

/**
 * The lines that speak about what was asked, word for word, the best first. Rare words count for more than those that every
 * line has; what no line has counts against answering.
 */
export function answerFromLines(question: string, lines: readonly Line[], language: string): Line[] {
  const asked = [...new Set(readContentTerms(question, language).map(({ term }) => term))];
  if (asked.length === 0) return [];
  const spoken = lines.map((line) => new Set(readContentTerms(line.text, line.language).map(({ term }) => term)));
  const weight = new Map(
    asked.map((term) => {
      // Held nowhere, it counts like what one line alone holds: people ask in words of their own.
      const holding = Math.max(1, spoken.filter((terms) => terms.has(term)).length);
      return [term, Math.log(1 + (lines.length + 1) / (holding + 0.5))] as const;
    }),
  );
  const all = [...weight.values()].reduce((sum, one) => sum + one, 0);
  return lines
    .map((line, at) => {
      const covered = asked.reduce((sum, term) => sum + (spoken[at]!.has(term) ? weight.get(term)! : 0), 0);
      return { line, covered: covered / all, at };
    })
    .filter(({ covered }) => covered >= enough)
    .sort((a, b) => b.covered - a.covered || b.at - a.at)
    .slice(0, mostLines)
    .map(({ line }) => line);
}
