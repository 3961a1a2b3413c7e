import type { SeedPlaybook } from './orders';

export const talk: SeedPlaybook[] = [
  {
    key: 'complaint',
    definition: {
      trigger: { intents: ['complaint'] },
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
    definition: {
      trigger: { intents: ['legal_threat'] },
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
    definition: {
      trigger: { intents: ['thanks'] },
      name: 'Thanks',
      team: 'orders',
      wants: 'To say thank you',
      start: 'reply',
      nodes: { reply: { kind: 'reply', text: 'You’re welcome! If there is anything else, just write.' } },
    },
  },
  {
    key: 'greeting',
    definition: {
      trigger: { intents: ['greeting'] },
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
    definition: {
      trigger: { intents: ['affirm'] },
      name: 'A yes to nothing that was asked',
      team: 'orders',
      wants: 'To agree',
      start: 'reply',
      nodes: { reply: { kind: 'reply', text: 'All right! What else can I do for you?' } },
    },
  },
  {
    key: 'declined',
    definition: {
      trigger: { intents: ['deny'] },
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
    definition: {
      trigger: { intents: ['solved'] },
      name: 'Solved',
      team: 'orders',
      wants: 'Nothing more: it is solved',
      start: 'reply',
      nodes: { reply: { kind: 'reply', text: 'Glad that is sorted. Have a good one!', closes: true } },
    },
  },
];
