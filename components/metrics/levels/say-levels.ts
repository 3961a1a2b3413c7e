import { formatFigure } from '@/lib/format/format-figure';
import type { LevelView } from '@/lib/levels/level.schema';

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];
const word = (count: number) => numbers[count] ?? String(count);

const isBurning = ({ burns }: LevelView) => burns.some(({ key, state }) => key !== 'creeping' && state === 'on');
const isSpent = ({ budget }: LevelView) => !budget.few && budget.left !== null && budget.left <= 1e-9;
const isKnown = ({ budget }: LevelView) => !budget.few && budget.left !== null;

/** What the levels come to, in one sentence that is true of them: what burns first, then what is spent, then how the rest does. */
export function sayLevels(all: readonly LevelView[]): string {
  const levels = all.filter(({ enabled }) => enabled);
  if (levels.length === 0) return 'No level is measured.';
  const burning = levels.filter(isBurning);
  if (burning.length === 1) return `${burning[0]!.name} burns its budget now.`;
  if (burning.length > 1) return `${word(burning.length)} levels burn their budgets now.`;
  const spent = levels.filter(isSpent);
  if (spent.length === 1) return `${spent[0]!.name} has spent its budget; nothing burns fast now.`;
  if (spent.length > 1) return `${word(spent.length)} levels have spent their budgets; nothing burns fast now.`;
  const known = levels.filter(isKnown);
  if (known.length === 0) return 'Too little has happened to tell how the levels do.';
  if (known.length < levels.length)
    return known.length === 1
      ? `${known[0]!.name} is within its budget; of the others too little is known.`
      : `${word(known.length)} levels are within their budgets; of the others too little is known.`;
  return known.length === 1
    ? `${known[0]!.name} is within its budget.`
    : `All ${word(known.length).toLowerCase()} levels are within their budgets.`;
}

/** What is promised: “99% within 10 s, over 28 days”. */
export function sayObjective({ objective, withinSeconds, windowDays, counts }: LevelView): string {
  const share = `${Number((objective * 100).toFixed(2))}%`;
  const within = withinSeconds === null ? '' : ` within ${formatFigure('milliseconds', withinSeconds * 1_000)}`;
  const solved = counts === 'verified' ? ' verified' : counts === 'assumed' ? ' verified or assumed' : '';
  return `${share}${within}${solved}, over ${windowDays === 1 ? 'a day' : `${windowDays} days`}`;
}

/** What is left of the budget, in words: events first, they are what one can count. */
export function sayBudget({ budget, count, events, fewestEvents }: LevelView): string {
  const [one, many] = events;
  if (count.total === 0) return `No ${many} yet`;
  if (budget.few) return `${count.total} ${count.total === 1 ? one : many}: under ${fewestEvents} is too few to tell`;
  const bad = `${budget.bad.toLocaleString('en')} of ${count.total.toLocaleString('en')} ${many} were bad`;
  const left = Math.floor(budget.leftEvents + 1e-9);
  if (isSpent({ budget } as LevelView))
    return `${bad}, ${Math.floor(budget.allowed + 1e-9).toLocaleString('en')} may be`;
  return `${bad}, ${left.toLocaleString('en')} more may be`;
}
