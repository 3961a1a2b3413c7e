import { count, has, type Measure, mean, say, share, times } from './build-measure';

export const people: Measure[] = [
  count(say('person_conversations', 'Conversations', null, 'Those they held or replied in.'), 'personConversations'),
  count(say('person_solved', 'Solved', 'up', 'Those they brought to an end.'), 'personSolved'),
  count(say('person_replies', 'Replies', null, 'What they wrote to customers.'), 'personReplies'),
  ...times(
    say('person_first_reply', 'First reply', 'down', 'From when they first had it to their first reply.'),
    ['personFirstReply'],
    has('firstReplyMs'),
    'people',
  ),
  mean(
    say('person_handle_time', 'Handle time', 'down', 'Open, theirs and active, per conversation they worked on.'),
    'milliseconds',
    'personHandleMs',
    'personHandled',
  ),
  share(
    say('person_csat', 'CSAT', 'up', 'Ratings of 4 and 5 ÷ ratings, of those they brought to an end.'),
    'personSatisfied',
    'personRated',
  ),
  share(
    say('person_sla', 'SLA attainment', 'up', 'Promises kept ÷ kept and broken, of those they brought to an end.'),
    'personSlaMet',
    'personPromised',
  ),
  share(
    say(
      'person_came_back',
      'Came back',
      'down',
      'Back within 7 days with the same issue ÷ those they brought to an end at least 7 days ago.',
    ),
    'personRecontacted',
    'personMatured',
  ),
];
