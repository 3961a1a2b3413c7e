import type { MapAnswer } from '@/lib/worth/worth.schema';

const whole = (micros: number): string => `$${Math.round(micros / 1_000_000).toLocaleString('en-US')}`;
const count = (value: number): string => Math.round(value).toLocaleString('en-US');
const percent = (share: number): string => `${Math.round(share * 100)}%`;
/** Fewer tickets than these say little of where money lies. */
const fewest = 100;

/** What the map shows, in a sentence that holds, and a line below it. */
export function sayMap({ source, tickets, coming, hourMicros, categories }: MapAnswer): { says: string; more: string } {
  const known = categories.filter(({ kind }) => kind !== 'none');
  const of = source === 'desk' ? 'conversations' : 'old tickets';
  const still = coming > 0 && source === 'history' ? ' More are being read.' : '';
  const named = known.reduce((sum, { share }) => sum + share, 0);
  const base = `${count(tickets)} ${of} in ${known.length} ${known.length === 1 ? 'category' : 'categories'}, ${percent(named)} of all.${still}`;
  const worth = known.filter(({ savingMicros }) => (savingMicros ?? 0) > 0);
  const [first, second, third] = worth;
  if (tickets < fewest)
    return {
      says: `${count(tickets)} ${of} are too few to tell where automating pays.`,
      more: `${base} The map shows what there is.`,
    };
  if (hourMicros === 0)
    return {
      says: `${known[0]?.name ?? 'Nothing'} comes most: ${percent(known[0]?.share ?? 0)} of ${count(tickets)} ${of}.`,
      more: `${base} Say what an hour of a person costs, and the map tells money.`,
    };
  if (!first) {
    const measured = known.some(({ handleMs }) => handleMs !== null);
    return {
      says: measured
        ? 'Nothing here is worth more than the assistant does already.'
        : 'How long people work on these is not known.',
      more: `${base}${measured ? '' : ' Without handle times there is no money to tell.'}`,
    };
  }
  const sum = worth.reduce((all, { savingMicros }) => all + savingMicros!, 0);
  const three = [first, second, third].filter((one) => one !== undefined);
  const top = three.reduce((all, { savingMicros }) => all + savingMicros!, 0);
  const says =
    worth.length > 3
      ? `${whole(sum)} a month could still be automated, ${percent(top / sum)} of it in three categories.`
      : `${whole(sum)} a month could still be automated${worth.length === 1 ? '' : `, most in ${first.name}`}.`;
  const assumed = worth.every(({ ceiling }) => ceiling.from === 'assumed');
  return {
    says,
    more: `${three.map(({ name, savingMicros }) => `${name} ${whole(savingMicros!)}`).join(', ')}. ${base}${
      assumed ? ' How far each can be carried is assumed: too little was measured here.' : ''
    }`,
  };
}

export const levels = { low: 'Simple', medium: 'Medium', high: 'Hard' } as const;
