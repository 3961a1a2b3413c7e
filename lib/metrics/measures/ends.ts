import type { Column } from '../columns';
import { among, type Counted, count, type Measure, type Named, say, share } from './build-measure';

/** Held to the end by the one or the others, by the class of the end: what was handed back may be the assistant's again. */
const heldBy = (named: Named, plus: readonly Column[], minus: Column | null, of: string): Measure => {
  const value = ({ sums }: Counted) =>
    plus.reduce((sum, column) => sum + (sums[column] ?? 0), 0) - (minus ? (sums[minus] ?? 0) : 0);
  const columns = [...plus, ...(minus ? [minus] : [])];
  return {
    ...named,
    about: 'conversations',
    adds: true,
    unit: 'count',
    value,
    n: value,
    columns,
    spreads: [],
    counts: of,
    of,
  };
};

export const ends: Measure[] = [
  count(say('conversations', 'Conversations', null, 'All that came in; what was merged is one.'), 'conversations'),
  count(say('closed', 'Closed', 'up', 'Those of them that are closed now.'), 'closed'),
  heldBy(
    say('closed_assistant', 'Closed by the assistant', 'up', 'Held by the assistant to the end.'),
    ['verified', 'assumed', 'abandoned'],
    'abandonedWithPeople',
    `(${among(['verified', 'assumed'])}) OR ((${among('abandoned')}) AND NOT (${among('abandonedWithPeople')}))`,
  ),
  heldBy(
    say('closed_agents', 'Closed by agents', null, 'Held by people to the end.'),
    ['byPeople', 'abandonedWithPeople'],
    null,
    among(['byPeople', 'abandonedWithPeople']),
  ),
  share(
    say(
      'verified_resolution',
      'Verified resolution',
      'up',
      'The assistant solved it and the customer confirmed it ÷ closed.',
    ),
    'verified',
    'closed',
  ),
  share(
    say('assumed_resolution', 'Assumed resolution', 'up', 'Answered, then 72 hours of silence ÷ closed.'),
    'assumed',
    'closed',
  ),
  share(say('agent_resolution', 'Solved by agents', null, 'Solved by people ÷ closed.'), 'byPeople', 'closed'),
  share(
    say('abandoned', 'Abandoned', 'down', 'The customer left before a real answer ÷ closed.'),
    'abandoned',
    'closed',
  ),
  share(
    say('abandoned_with_people', 'Abandoned with people', 'down', 'Abandoned after people had it ÷ closed.'),
    'abandonedWithPeople',
    'closed',
  ),
  share(say('deflection', 'Deflection', 'up', 'Never reached a person ÷ closed.'), 'deflected', 'closed'),
  share(
    say('containment', 'Containment', 'up', 'The assistant answered and nothing was handed over ÷ closed.'),
    'contained',
    'closed',
  ),
  share(
    say('handed_over', 'Handed over', 'down', 'Passed to people at least once ÷ all.'),
    'handedOver',
    'conversations',
  ),
  share(
    say('transferred', 'Transferred', 'down', 'Went from one person or team to another ÷ all.'),
    'transferred',
    'conversations',
  ),
  share(say('reopened', 'Reopened', 'down', 'Opened again after it was closed ÷ all.'), 'reopened', 'conversations'),
];
