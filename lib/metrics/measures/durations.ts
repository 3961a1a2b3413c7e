import { among, has, type Measure, mean, say, times, withPeople } from './build-measure';

const inHours = 'in the working hours of its team; of a team without any, day and night.';

export const durations: Measure[] = [
  ...times(
    say(
      'first_reply_assistant',
      'First reply, assistant',
      'down',
      'From the first message to the assistant’s first answer.',
    ),
    ['assistantReply'],
    has('assistantReplyMs'),
    'conversations',
  ),
  ...times(
    say('first_reply_agents', 'First reply, agents', 'down', 'From the first message to the first reply of a person.'),
    ['peopleReply'],
    has('peopleReplyMs'),
    'conversations',
  ),
  ...times(
    say('wait_for_agents', 'Wait for a person', 'down', 'From when people first had it to their first reply.'),
    ['peopleWait'],
    has('peopleWaitMs'),
    'conversations',
  ),
  ...times(
    say('resolution_time', 'Resolution time', 'down', 'From the first message to when it was last solved.'),
    ['resolutionAlone', 'resolutionWithPeople'],
    among('solved'),
    'conversations',
  ),
  ...times(
    say('resolution_time_assistant', 'Resolution time, assistant', 'down', 'The same of what never reached a person.'),
    ['resolutionAlone'],
    `(${among('solved')}) AND NOT ${withPeople}`,
    'conversations',
  ),
  ...times(
    say('resolution_time_agents', 'Resolution time, agents', 'down', 'The same of what people had a part in.'),
    ['resolutionWithPeople'],
    `(${among('solved')}) AND ${withPeople}`,
    'conversations',
  ),
  ...times(
    say(
      'first_reply_working',
      'First reply, agents, working hours',
      'down',
      `From the first message to the first reply of a person, ${inHours}`,
    ),
    ['peopleReplyWork'],
    has('peopleReplyWorkMs'),
    'conversations',
  ),
  ...times(
    say(
      'wait_working',
      'Wait for a person, working hours',
      'down',
      `From when people first had it to their first reply, ${inHours}`,
    ),
    ['peopleWaitWork'],
    has('peopleWaitWorkMs'),
    'conversations',
  ),
  ...times(
    say(
      'resolution_time_working',
      'Resolution time, agents, working hours',
      'down',
      `From the first message to when it was last solved, of what people had a part in, ${inHours}`,
    ),
    ['resolutionWork'],
    `(${among('solved')}) AND ${withPeople}`,
    'conversations',
  ),
  mean(
    say(
      'handle_time_agents',
      'Handle time, agents',
      'down',
      'Open, theirs and active: the mean of closed ones that people worked on.',
    ),
    'milliseconds',
    'peopleHandleMs',
    'peopleHandled',
  ),
  mean(
    say(
      'handle_time_assistant',
      'Handle time, assistant',
      'down',
      'The time of its turns: the mean of closed ones that it worked on.',
    ),
    'milliseconds',
    'assistantHandleMs',
    'assistantHandled',
  ),
  mean(
    say('handle_time', 'Handle time, together', 'down', 'People’s and the assistant’s ÷ closed.'),
    'milliseconds',
    ['peopleHandleMs', 'assistantHandleMs'],
    'closed',
  ),
];
