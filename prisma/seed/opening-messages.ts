/**
 * What customers of the shop write on the first day. They go the way of every message, through the pipeline:
 * what the desk shows of them afterwards is its own work.
 */
export const openingMessages: { email: string | null; name: string; text: string }[] = [
  {
    email: 'ben@okafor.example',
    name: 'Ben Okafor',
    text: 'My backpack should have been here on Tuesday. Where is it?',
  },
  {
    email: 'maya@lindqvist.example',
    name: 'Maya Lindqvist',
    text: 'One of the poles of order NL-48213 snapped on its first day and we leave for the Wind River Range on Saturday! I want to speak to a person please.',
  },
  {
    email: 'theo@marsh.example',
    name: 'Theo Marsh',
    text: 'Hi, I would like my money back for the big tent, it is unused.',
  },
  { email: 'ines@calder.example', name: 'Ines Calder', text: 'where are my trail shoes??' },
  {
    email: null,
    name: 'Aisha Rahman',
    text: 'Could you make me a quote for 40 headlamps for a school trip, delivered to Leeds?',
  },
  {
    email: null,
    name: 'Jules Moreau',
    text: 'Bonjour, est-ce que vous avez des semelles pour chaussures larges, pointure 46 ?',
  },
  { email: null, name: 'Sofia Almeida', text: 'How do I wash a down jacket?' },
  { email: null, name: 'Ethan Brooks', text: 'can i take the gas stove on a plane' },
  {
    email: null,
    name: 'Grace Kim',
    text: 'This is the third time my question about my gift card is ignored. Completely unacceptable, I will talk to my lawyer.',
  },
  { email: null, name: 'Liam O’Connor', text: 'Do you repair boots of other makers?' },
];
