import { among, apart, type Measure, say, share, withPeople } from './build-measure';

export const contacts: Measure[] = [
  share(
    say(
      'first_contact',
      'First contact',
      'up',
      'Solved, and no contact on the same issue within 7 days ÷ solved at least 7 days ago. Younger ones are held back.',
    ),
    'firstContact',
    'matured',
  ),
  share(
    say('first_contact_assistant', 'First contact, assistant', 'up', 'The same of what never reached a person.'),
    'firstContactAlone',
    'maturedAlone',
  ),
  apart(
    say('first_contact_agents', 'First contact, agents', 'up', 'The same of what people had a part in.'),
    ['firstContact', 'firstContactAlone'],
    ['matured', 'maturedAlone'],
    `(${among('firstContact')}) AND ${withPeople}`,
    `(${among('matured')}) AND ${withPeople}`,
  ),
  share(
    say(
      'recontact',
      'Re-contact',
      'down',
      'Came back within 7 days with the same issue, over any channel ÷ solved at least 7 days ago.',
    ),
    'recontacted',
    'matured',
  ),
];
