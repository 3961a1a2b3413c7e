import type { Present } from '@/lib/conversations/presence.schema';
import { firstName } from '@/lib/format/initials';

const join = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** "Ines is writing", "Ines and Kofi are looking at it", "Ines is writing, Kofi is looking at it"; empty without anybody. */
export function sayPresent(people: readonly Present[]): string {
  const named = (typing: boolean) => people.filter((one) => one.typing === typing).map(({ name }) => firstName(name));
  const parts: [string[], string][] = [
    [named(true), 'writing'],
    [named(false), 'looking at it'],
  ];
  return parts
    .filter(([names]) => names.length > 0)
    .map(([names, does]) => `${join(names)} ${names.length === 1 ? 'is' : 'are'} ${does}`)
    .join(', ');
}
