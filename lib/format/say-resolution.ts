import type { FlowAnswer, MeasureAnswer } from '../metrics/metric.schema';
import { formatFigure } from './format-figure';
import { shareOut } from './share-out';
import { least, weighChange } from './weigh-change';

type Ends = Pick<FlowAnswer, 'closed' | 'held'>;

/** Who brought what was closed to an end, and how that moved. */
export function sayClasses(
  flow: Ends,
  verified: Pick<MeasureAnswer, 'total' | 'previous'>,
  than: string | null,
): string {
  if (flow.closed === 0) return 'Nothing was closed in these days.';
  const [assistant = 0, agents = 0] = (['assistant', 'agents'] as const).map(
    (one) => flow.held.find(({ key }) => key === one)?.count ?? 0,
  );
  if (flow.closed < least)
    return `Of ${flow.closed} closed conversations the assistant held ${assistant} to the end, agents ${agents}.`;
  const [byAssistant = null, byAgents = null] = shareOut([assistant, agents]);
  const said = `The assistant held ${formatFigure('share', byAssistant)} to the end, agents ${formatFigure('share', byAgents)}`;
  const weighed = than === null ? 'none' : weighChange('share', verified.total, verified.previous);
  if (weighed === 'more') return `${said}; more was verified than ${than}.`;
  if (weighed === 'less') return `${said}; less was verified than ${than}.`;
  if (weighed === 'same') return `${said}; about as much was verified as ${than}.`;
  return `${said}.`;
}

/** What is not in the four classes, and what came back. */
export function sayOpen({ came, open, cameBack }: Pick<FlowAnswer, 'came' | 'open' | 'cameBack'>): string {
  if (came === 0) return '';
  const left =
    open === 0
      ? `All ${came.toLocaleString('en')} that came in are closed.`
      : `${open.toLocaleString('en')} of ${came.toLocaleString('en')} that came in ${open === 1 ? 'is' : 'are'} still open and in no class.`;
  return cameBack > 0 ? `${left} ${cameBack.toLocaleString('en')} came back within a week with the same issue.` : left;
}

/** What the flow says beside itself: that it is all, what came back, and what is open apart. */
export function sayFlow({ cameBack, open }: FlowAnswer): string {
  const back = cameBack > 0 ? ` ${cameBack.toLocaleString('en')} came back within a week.` : '';
  const left =
    open > 0 ? ` ${open.toLocaleString('en')} ${open === 1 ? 'is' : 'are'} still open and not among them.` : '';
  return `Four classes, 100%.${back}${left}`;
}
