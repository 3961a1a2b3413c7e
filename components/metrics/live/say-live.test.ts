import { expect, it } from 'vitest';
import type { LiveView } from '@/lib/live/live.schema';
import { sayLive } from './say-live';

const now = Date.parse('2026-11-21T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const person = (on: boolean) => ({ on }) as LiveView['people'][number];
const system = (name: string, health: 'down' | 'well') => ({ name, health });
const view = (count: number, minutes: number | null, on: number, down: string[] = [], workers = 1) =>
  ({
    waiting: { count, oldest: minutes === null ? null : ago(minutes) },
    people: [...Array.from({ length: on }, () => person(true)), person(false)],
    models: down.map((name) => system(name, 'down')),
    connectors: [system('Shop', 'well')],
    machine: { workers },
  }) as LiveView;

it.each([
  ['Nobody waits; nobody takes work.', view(0, null, 0)],
  ['One customer waits, for under a minute; one person takes work.', view(1, 0, 1)],
  ['12 customers wait, the longest for 1 h 8 min; 3 people take work.', view(12, 68, 3)],
  ['2 customers wait; 3 people take work.', view(2, null, 3)],
  ['Large is down. Nobody waits; one person takes work.', view(0, null, 1, ['Large'])],
  ['2 systems are down. Nobody waits; one person takes work.', view(0, null, 1, ['Large', 'Small'])],
  ['No worker runs: nobody is answered by the assistant.', view(3, 4, 1, [], 0)],
])('%s', (expected, live) => expect(sayLive(live, now)).toBe(expected));
