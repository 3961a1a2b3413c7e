/** What customers of the demo shop ask again and again: each article answers for these. */
export const articleQuestions: Record<string, string[]> = {
  'shipping-times-and-costs': [
    'How much is express shipping?',
    'How long does standard delivery take?',
    'When does my order leave the warehouse?',
    'Do you ship to PO boxes?',
    'How long does shipping to Alaska take?',
    'Can you deliver on a Saturday?',
  ],
  'returns-and-exchanges': [
    'How many days do I have to return something?',
    'What does a return label cost?',
    'Can I exchange boots for another size?',
    'Can I return worn socks?',
  ],
  'gift-cards': ['Do gift cards expire?', 'How can I check the balance of my gift card?', 'I lost my gift card'],
  warranty: ['How long is the warranty on a tent?', 'Are broken zippers covered?', 'How do I make a warranty claim?'],
};
