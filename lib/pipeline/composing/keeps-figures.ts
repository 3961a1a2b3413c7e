import { placeholders } from '../../privacy/privacy.schema';

const telling = /\[[A-Z_]+_\d+\]|\b[A-Z]{2,5}-\d{3,}\b|\d+/g;
const mostLonger = 2.5;

/** Whether two wordings name the same figures, order numbers and placeholders, as often, at about the same length, and no new link. */
export function keepsFigures(before: string, after: string): boolean {
  const names = (text: string) => (text.match(telling) ?? []).sort().join(' ');
  const links = (text: string) => (text.match(/https?:\/\/|!?\[[^\]]*\]\(|<[a-z/]/gi) ?? []).length;
  return (
    after !== '' &&
    names(before) === names(after) &&
    after.length <= before.length * mostLonger + 40 &&
    links(after) <= links(before)
  );
}

/** Whether there is a figure to keep. Without one any text of about the length would do, whoever it names. */
export const hasFigures = (text: string): boolean => /\d/.test(text.replace(placeholders, ''));
