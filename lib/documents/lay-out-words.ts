/** A piece of text on a page: where its baseline begins and how far it goes, in points, with y growing upwards. */
export type PlacedText = { text: string; x: number; y: number; width: number; height: number };

/**
 * Pieces of text as lines, from top to bottom and from left to right. What stands on about one baseline is one line; a gap
 * wider than a letter or two is kept as two spaces, for it parts a label from its value.
 */
export function layOutWords(pieces: readonly PlacedText[]): string[] {
  const placed = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: { y: number; height: number; words: PlacedText[] }[] = [];
  for (const piece of placed) {
    const line = lines.at(-1);
    if (line && line.y - piece.y < Math.max(2, Math.min(line.height, piece.height) * 0.4)) line.words.push(piece);
    else lines.push({ y: piece.y, height: piece.height, words: [piece] });
  }
  return lines.map(({ words }) => sayLine(words.sort((a, b) => a.x - b.x)));
}

function sayLine(words: PlacedText[]): string {
  let line = '';
  let end = 0;
  for (const { text, x, width, height } of words) {
    const gap = line === '' ? 0 : x - end;
    const size = height > 0 ? height : 10;
    line += (gap > size * 1.2 ? '  ' : gap > size * 0.15 ? ' ' : '') + text;
    end = x + width;
  }
  return line;
}
