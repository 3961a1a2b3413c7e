const mostChars = 240;

/** Whether a sentence for a colleague is one: short, without links or markup, and with no figure that was not said. */
export function keepsWithin(sentence: string, known: string): boolean {
  const text = sentence.trim();
  if (text === '' || text.length > mostChars || /https?:|www\.|\]\(|<[a-z/!]|[\n\r]/i.test(text)) return false;
  const figures = new Set(known.match(/\d+/g) ?? []);
  return (text.match(/\d+/g) ?? []).every((figure) => figures.has(figure));
}
