import { readNames } from './list-conversations';
import type { FilterNames } from './search.schema';

const most = 200;

/** What teams, agents, labels and intents are called: the values one can give to a filter. */
export async function listFilterNames(): Promise<FilterNames> {
  const { teams, people, labels, intents } = await readNames();
  const sorted = (names: Iterable<string>) => [...names].sort((a, b) => a.localeCompare(b)).slice(0, most);
  const called = (things: Iterable<{ name: string }>) => sorted([...things].map(({ name }) => name));
  return {
    team: called(teams.values()),
    agent: called(people.values()),
    label: called(labels.values()),
    intent: sorted(intents.values()),
  };
}
