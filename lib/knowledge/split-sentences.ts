const segmenters = new Map<string, Intl.Segmenter>();

/** A text in sentences as its language ends them, each with where it starts. A line is never part of two sentences. */
export function splitSentences(text: string, language: string): { text: string; start: number }[] {
  const sentences: { text: string; start: number }[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    for (const part of joinAbbreviated([...segmenterOf(language).segment(line)])) {
      const trimmed = part.segment.trim();
      if (/[\p{L}\p{N}]/u.test(trimmed))
        sentences.push({ text: trimmed, start: from + part.index + part.segment.indexOf(trimmed) });
    }
    from += line.length + 1;
  }
  return sentences;
}

type Piece = { segment: string; index: number };

/** The segmenter ends a sentence at "approx. 20" and "z. B. heute" too: what goes on with a small letter or after a short mark is no new sentence. */
function joinAbbreviated(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const { segment, index } of pieces) {
    const last = joined.at(-1);
    if (
      last &&
      (/^\p{Ll}/u.test(segment) ||
        /(?:^|[\s(])(?:\p{L}|[Nn]r|[Nn]o|ca|bzw|approx|z\. ?B|p\. ?ej|Dr|Mr|Mrs|Ms|St|Sr|Sra)\.\s*$/u.test(
          last.segment,
        ))
    )
      last.segment += segment;
    else joined.push({ segment, index });
  }
  return joined;
}

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    // An unknown tag falls back to the root rules, a malformed one would throw.
    segmenter = new Intl.Segmenter(/^[a-z]{2,3}$/i.test(language) ? language : 'en', { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
