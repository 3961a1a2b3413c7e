/** The team of the demo desk. One password for all of them: it is printed at start and shown at sign-in. */
export const demoPassword = 'trail-ridge-summit';

export const teams = [
  { key: 'orders', name: 'Orders and shipping' },
  { key: 'returns', name: 'Returns and warranty' },
  { key: 'membership', name: 'Membership' },
  { key: 'billing', name: 'Billing' },
] as const;

/** When Billing works; the others do day and night. */
export const officeHours = {
  ...{ name: 'Office hours', timeZone: 'America/Denver', holidays: [] },
  hours: [1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '07:00', to: '20:00' })),
};

export const people = [
  {
    name: 'Nora Feld',
    email: 'nora.feld@northline.example',
    role: 'admin',
    hue: 200,
    teams: ['orders', 'returns', 'membership', 'billing'],
  },
  {
    name: 'Sam Ortiz',
    email: 'sam.ortiz@northline.example',
    role: 'supervisor',
    hue: 20,
    teams: ['returns', 'billing'],
  },
  { name: 'Ines Roth', email: 'ines.roth@northline.example', role: 'agent', hue: 320, teams: ['orders', 'returns'] },
  {
    name: 'Kofi Mensah',
    email: 'kofi.mensah@northline.example',
    role: 'agent',
    hue: 130,
    teams: ['membership', 'billing'],
  },
] as const;
