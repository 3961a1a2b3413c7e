import type { DefinitionKind } from '@/lib/governance/definition.schema';

type Place = {
  /** The page that lists them all, and what it is called. */
  list: string;
  name: string;
  page: (key: string) => string;
  api: (key: string) => string;
};

const placeIn = (list: string, area: string, name: string): Place => ({
  list,
  name,
  page: (key) => `${list}/${encodeURIComponent(key)}`,
  api: (key) => `/${area}/${encodeURIComponent(key)}`,
});

export const placeOf: Record<DefinitionKind, Place> = {
  policy: placeIn('/automation/policies', 'policies', 'Policies'),
  playbook: placeIn('/automation/playbooks', 'playbooks', 'Playbooks'),
};

type Words = {
  noun: string;
  /** What a version in force for everybody means. */
  everybody: (version: number) => string;
  /** What those meet who do not meet the one on trial. */
  others: (live: number | null) => string;
  /** What nothing in force means. */
  nothing: string;
};

export const wordsOf: Record<DefinitionKind, Words> = {
  policy: {
    noun: 'policy',
    everybody: (version) => `All conversations are decided by v${version} within a second.`,
    others: (live) =>
      live === null
        ? 'Nothing else is in force: for the others all of it is denied.'
        : `The others are decided by v${live}. The same conversation always meets the same version.`,
    nothing:
      'What no policy allows is denied: the assistant then does nothing of what it rules, and people are asked instead.',
  },
  playbook: {
    noun: 'playbook',
    everybody: (version) =>
      `All conversations meet v${version} within a second. What is under way goes on with the version it began with.`,
    others: (live) =>
      live === null
        ? 'Nothing else is in force: the others are answered from articles or by people.'
        : `The others meet v${live}. The same conversation always meets the same version.`,
    nothing: 'Its intents are answered from articles or by people then.',
  },
};
