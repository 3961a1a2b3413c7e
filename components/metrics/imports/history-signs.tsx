import type { LucideIcon } from 'lucide-react';
import { CircleAlert, CircleCheck, Hourglass } from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { HistoryRow } from '@/lib/history/history.schema';

const states: Record<HistoryRow['state'], { says: string; tone: Tone; icon: LucideIcon }> = {
  mapping: { says: 'Waits for you', tone: 'attention', icon: CircleAlert },
  reading: { says: 'Reading', tone: 'quiet', icon: Hourglass },
  sorting: { says: 'Sorting', tone: 'quiet', icon: Hourglass },
  done: { says: 'On the map', tone: 'solved', icon: CircleCheck },
  failed: { says: 'Failed', tone: 'danger', icon: CircleAlert },
};

export function HistoryBadge({ state }: { state: HistoryRow['state'] }) {
  const { says, tone, icon } = states[state];
  return (
    <Badge tone={tone} icon={icon}>
      {says}
    </Badge>
  );
}

const count = (value: number): string => value.toLocaleString('en-US');
const plural = (value: number, one: string): string => `${count(value)} ${one}${value === 1 ? '' : 's'}`;

/** What holds of an import now, in one sentence. */
export function sayHistory(row: HistoryRow & { intents?: number; themes?: number }): string {
  const { state, taken, known, refused, sorted, agents, bytes, readBytes } = row;
  const left = [
    known > 0 && `${count(known)} ${known === 1 ? 'was' : 'were'} here already`,
    refused > 0 && `${plural(refused, 'row')} could not be read`,
  ].filter(Boolean);
  switch (state) {
    case 'mapping':
      return 'Nothing is read yet: say what stands in which column.';
    case 'reading':
      return `Reading: ${Math.min(100, Math.round((readBytes / Math.max(1, bytes)) * 100))}% of the file, ${plural(taken, 'ticket')} so far.`;
    case 'sorting':
      return `Finding out what each is about: ${count(sorted)} of ${count(taken)}.`;
    case 'done': {
      const of =
        row.intents === undefined
          ? ''
          : `: ${count(row.intents)} fit an intent, ${count(row.themes ?? 0)} a theme of their own`;
      const by = agents > 0 ? ` They were answered by ${plural(agents, 'agent')}, whose names are not kept.` : '';
      return `${plural(taken, 'ticket')} on the map${of}${left.length > 0 ? `; ${left.join(', ')}` : ''}.${by}`;
    }
    case 'failed':
      return row.error ?? 'It failed.';
  }
}

/** How far it is, 0 to 1; null where nothing is under way. */
export const shareDone = ({ state, bytes, readBytes, taken, sorted }: HistoryRow): number | null =>
  state === 'reading' ? readBytes / Math.max(1, bytes) : state === 'sorting' ? sorted / Math.max(1, taken) : null;
