import type { Return } from './compute-return';
import type { Origin } from './return-address';

export const wholeDollars = (dollars: number): string => {
  const text = `$${Math.round(Math.abs(dollars)).toLocaleString('en-US')}`;
  return Math.round(dollars) < 0 ? `−${text}` : text;
};

/** “2 months and a half” is no figure: 2.3 months, 1 month, at once. */
export function sayMonths(months: number): string {
  if (months < 0.05) return 'at once';
  const rounded = Math.round(months * 10) / 10;
  return `after ${rounded} ${rounded === 1 ? 'month' : 'months'}`;
}

type Said = { expected: Return; low: Return; high: Return; months: number; spread: number; origins: readonly Origin[] };

/** What the calculator comes to, in a sentence that holds, and the line below it. */
export function sayReturn({ expected, low, high, months, spread, origins }: Said): { says: string; more: string } {
  const { net, saving, breakEven, total } = expected;
  const unmeasured = origins.filter(({ from }) => from === 'usual').length;
  const whose =
    unmeasured === origins.length
      ? ' Nothing was measured yet: these are usual figures, not yours.'
      : unmeasured > 0
        ? ' Some figures are usual ones, not yours: they are marked.'
        : '';
  const ends = `If volume, deflection and the cost of people were ${Math.round(spread * 100)}% lower or higher: ${wholeDollars(low.total)} to ${wholeDollars(high.total)}.`;
  const gap = `${wholeDollars(saving)} saved a month${saving === net ? '' : `, ${wholeDollars(saving - net)} for the platform`}.`;
  if (saving <= 0)
    return {
      says: 'At these figures the assistant saves nothing: a ticket it solves costs as much as one that people solve.',
      more: `${ends}${whose}`,
    };
  if (net <= 0)
    return { says: `It costs more than it saves: ${wholeDollars(-net)} a month.`, more: `${gap} ${ends}${whose}` };
  if (breakEven === null)
    return { says: `It would take more than ten years to pay for itself.`, more: `${gap} ${ends}${whose}` };
  const says =
    total < 0
      ? `It pays for itself ${sayMonths(breakEven)}, later than these ${months} months.`
      : `It pays for itself ${sayMonths(breakEven)} and returns ${wholeDollars(total)} in ${months} months.`;
  return { says, more: `${gap} ${ends}${whose}` };
}
