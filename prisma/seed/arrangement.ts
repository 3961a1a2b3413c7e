import type { MacroAction } from '../../lib/conversations/macro.schema';

/** How the demo's desk is arranged on its first day: what a team would have set up for itself within a week. */
export const labels = [
  { name: 'late parcel', hue: 70 },
  { name: 'broken on arrival', hue: 20 },
  { name: 'repair', hue: 200 },
  { name: 'praise', hue: 150 },
  { name: 'storm', hue: 260 },
] as const;

export const skills = [
  { key: 'warranty', name: 'Warranty', intents: ['return_exchange'] },
  { key: 'payments', name: 'Payments', intents: ['wrong_charge', 'failed_payment'] },
] as const;

/** Whose skills and languages they are, by address. */
export const abilities = [
  { email: 'ines.roth@northline.example', skills: ['warranty'], languages: ['en', 'de'] },
  { email: 'kofi.mensah@northline.example', skills: ['payments'], languages: ['en', 'fr'] },
  { email: 'sam.ortiz@northline.example', skills: ['warranty', 'payments'], languages: ['en', 'es'] },
] as const;

export const savedViews = [
  { name: 'Summit members', query: 'is:open tier:Summit' },
  { name: 'French and German', query: 'is:open -language:en' },
  { name: 'Late now', query: 'is:open due:late' },
] as const;

type Seeded = { name: string; text: string; actions: ((ids: Map<string, string>) => MacroAction)[] };

const label = (name: string) => (ids: Map<string, string>) => ({
  kind: 'label' as const,
  labelId: ids.get(name) ?? '',
  name,
});

export const macros: Seeded[] = [
  {
    name: 'Parcel is late',
    text: 'Hi {{customer.first_name}},\n\nI am sorry your parcel is late. I have asked the carrier where it is and write to you as soon as I hear, tomorrow at the latest.\n\n{{agent.first_name}}',
    actions: [label('late parcel'), () => ({ kind: 'snooze', hours: 24 })],
  },
  {
    name: 'Ask for a photo',
    text: 'Hi {{customer.first_name}},\n\nthat should not happen. Could you send me a photo of the part that broke? Then I can tell you at once whether we repair or replace it.\n\n{{agent.first_name}}',
    actions: [label('broken on arrival'), () => ({ kind: 'snooze', hours: null })],
  },
  {
    name: 'Thanks for the kind words',
    text: 'Thank you, {{customer.first_name}}! I passed it on to everybody who had a hand in it.\n\n{{agent.first_name}}',
    actions: [label('praise'), () => ({ kind: 'solve' })],
  },
  {
    name: 'Storm delays',
    text: '',
    actions: [label('storm'), label('late parcel'), () => ({ kind: 'priority', priority: 2 })],
  },
];
