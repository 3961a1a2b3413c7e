import type { Column } from '../columns';
import { count, type Measure, say, share, times } from './build-measure';

const errors: readonly [Column, ...Column[]] = ['failed', 'reversed', 'misrouted', 'exceptions'];

export const assistant: Measure[] = [
  count(say('turns', 'Turns', null, 'Turns of the assistant that came to an end.'), 'turns'),
  share(
    say('coverage', 'Automation coverage', 'up', 'Turns carried end to end without a person ÷ all turns.'),
    'turnsCarried',
    'turns',
  ),
  share(say('autonomous', 'By itself', 'up', 'Turns in the autonomous tier ÷ all.'), 'turnsAutonomous', 'turns'),
  share(say('reviewed', 'Reviewed', null, 'Turns sent and looked at afterwards ÷ all.'), 'turnsReviewed', 'turns'),
  share(say('escalated', 'Passed on', 'down', 'Turns that went to people ÷ all.'), 'turnsEscalated', 'turns'),
  ...times(
    say('turn_time', 'Turn time', 'down', 'How long the assistant takes for a turn.'),
    ['turn'],
    'true',
    'turns',
  ),
  share(
    say('right', 'Found right', 'up', 'Reviewed turns judged right ÷ reviewed turns with a verdict.'),
    'right',
    'reviewed',
  ),
  share(
    say('wrong', 'Found wrong', 'down', 'Reviewed turns judged wrong ÷ reviewed turns with a verdict.'),
    'wrong',
    'reviewed',
  ),
  {
    ...share(
      say(
        'error_rate',
        'Error rate',
        'down',
        'Failed or reversed actions, conversations sent to the wrong team, and writes the other system saw otherwise ÷ all that was done without a person.',
      ),
      errors,
      'automations',
    ),
  },
];
