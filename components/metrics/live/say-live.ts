import { formatSpan } from '@/lib/format/format-time';
import type { LiveView } from '@/lib/live/live.schema';

const counted = (value: number, one: string, many = `${one}s`) =>
  `${value.toLocaleString('en')} ${value === 1 ? one : many}`;

/** How the desk stands, in one sentence: who waits and who is there. What is down is said first. */
export function sayLive(
  view: Pick<LiveView, 'waiting' | 'people' | 'models' | 'connectors' | 'machine'>,
  now: number,
): string {
  if (view.machine.workers === 0) return 'No worker runs: nobody is answered by the assistant.';
  const down = [...view.models, ...view.connectors].filter(({ health }) => health === 'down').map(({ name }) => name);
  const { count: waiting, oldest } = view.waiting;
  const on = view.people.filter((person) => person.on).length;
  const who = on === 0 ? 'nobody takes work' : on === 1 ? 'one person takes work' : `${on} people take work`;
  const queue =
    waiting === 0
      ? 'Nobody waits'
      : `${waiting === 1 ? 'One customer waits' : `${waiting.toLocaleString('en')} customers wait`}${oldest && now > 0 ? `, ${waiting === 1 ? 'for' : 'the longest for'} ${spanOf(oldest, now)}` : ''}`;
  const first =
    down.length === 0
      ? ''
      : down.length === 1
        ? `${down[0]} is down. `
        : `${counted(down.length, 'system')} are down. `;
  return `${first}${queue}; ${who}.`;
}

const spanOf = (since: string, now: number): string => {
  const span = formatSpan(now - Date.parse(since));
  return span === 'now' ? 'under a minute' : span;
};
