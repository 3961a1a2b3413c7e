import type { SeedPlaybook } from './orders';

export const talk: SeedPlaybook[] = [
  {
    key: 'complaint',
    intent: 'complaint',
    definition: {
      name: 'Complaint',
      team: 'returns',
      wants: 'To be heard about something that went wrong',
      start: 'people',
      nodes: {
        people: {
          kind: 'handoff',
          stopped: 'A complaint is answered by a person.',
          missing: [],
          suggestion: {
            text: 'Apologise for what happened, and say what you do about it',
            draft:
              'I am sorry this went wrong. I have read everything you wrote, and I am looking into it now; you will hear from me here.',
          },
        },
      },
    },
  },
  {
    key: 'legal-threat',
    intent: 'legal_threat',
    definition: {
      name: 'Legal threat',
      team: 'billing',
      wants: 'To take legal steps',
      start: 'people',
      nodes: {
        people: {
          kind: 'handoff',
          stopped: 'The customer speaks of legal steps; that always goes to people.',
          missing: [],
        },
      },
    },
  },
  {
    key: 'thanks',
    intent: 'thanks',
    definition: {
      name: 'Thanks',
      team: 'orders',
      wants: 'To say thank you',
      start: 'reply',
      nodes: { reply: { kind: 'reply', text: 'You’re welcome! If there is anything else, just write.' } },
    },
  },
  {
    key: 'greeting',
    intent: 'greeting',
    definition: {
      name: 'Greeting',
      team: 'orders',
      wants: 'To say hello',
      start: 'reply',
      nodes: {
        reply: {
          kind: 'reply',
          text: 'How can I help you? You can ask about an order, a return, your membership or our gear.',
        },
      },
    },
  },
  {
    key: 'agreed',
    intent: 'affirm',
    definition: {
      name: 'A yes to nothing that was asked',
      team: 'orders',
      wants: 'To agree',
      start: 'reply',
      nodes: { reply: { kind: 'reply', text: 'All right! What else can I do for you?' } },
    },
  },
  {
    key: 'declined',
    intent: 'deny',
    definition: {
      name: 'A no to nothing that was asked',
      team: 'orders',
      wants: 'To decline',
      start: 'reply',
      nodes: {
        reply: { kind: 'reply', text: 'All right, nothing is changed. Is there anything else I can do for you?' },
      },
    },
  },
  {
    key: 'solved',
    intent: 'solved',
    definition: {
      name: 'Solved',
      team: 'orders',
      wants: 'Nothing more: it is solved',
      start: 'reply',
      nodes: { reply: { kind: 'reply', text: 'Glad that is sorted. Have a good one!', closes: true } },
    },
  },
];
