import { describe, expect, it } from 'vitest';
import type { Reading } from '../../governance/extract.schema';
import { fillTemplate } from '../../governance/fill-template';
import { playbookSchema, type ReleasedPlaybook } from '../../governance/playbook.schema';
import type { GivenFile, Part } from '../plan.schema';
import { input, instruments, type World, waits } from '../shop.fixture';
import { type PlaybookInput, runPlaybook } from './run-playbook';

const passport = [
  'UTOPIA PASSPORT',
  'Name: KELLER, MARIA ANNA',
  'Date of birth  12 MAR 1990',
  'Document number: C01X00T47',
  'Date of expiry: 11.03.2031',
];
const bill = [
  'Power & Light',
  'Bill to',
  'Maria Keller',
  'Address: 1 Main St, Lander, WY 82520',
  'Bill date: 2026-10-30',
];
const given = (id: string): GivenFile => ({ id, name: `${id}.pdf`, kind: 'pdf', bytes: 1_000 });

const released: ReleasedPlaybook = {
  key: 'onboarding',
  version: 1,
  definition: fillTemplate('onboarding-identity', {}),
};
const from: PlaybookInput = {
  ...input('refund'),
  playbook: released,
  playbooks: [released],
  message: 'I want an account',
};

/** The customer's answers one after the other: words, or the name of a file. */
async function tell(answers: (string | GivenFile)[], files: World['files'], begin: Partial<PlaybookInput> = {}) {
  const { tools } = instruments({ files });
  const parts: Part[] = [await runPlaybook({ ...from, ...begin }, tools)];
  for (const answer of answers) {
    const waiting = waits(parts.at(-1)!);
    parts.push(
      await runPlaybook(
        {
          ...from,
          message: typeof answer === 'string' ? answer : '',
          files: typeof answer === 'string' ? [] : [answer],
          resumed: { waiting, reply: 'value' },
        },
        tools,
      ),
    );
  }
  return parts;
}
const last = (parts: Part[]) => parts.at(-1)!;

describe('onboarding', () => {
  it('asks for both documents, and passes what fits to a person with every reason', async () => {
    const parts = await tell(['Maria Keller', given('passport'), given('bill')], { passport, bill });
    expect(parts.map(({ kind }) => kind)).toEqual(['ask', 'ask', 'ask', 'handoff']);
    const end = last(parts);
    expect(end.before).toContain('A colleague looks at them and decides');
    expect(end.handoff?.stopped).toContain('All 7 checks fit');
    expect(end.known).toEqual([
      'Fits: The identity document has not expired (Expiry date “11.03.2031”, line 5)',
      'Fits: The identity document is in the name the customer gave (Name “KELLER, MARIA ANNA”, line 2; the customer gave “Maria Keller”)',
      'Fits: The customer is at least 18 years old (Date of birth “12 MAR 1990”, line 3)',
      'Fits: The date of birth is possible (Date of birth “12 MAR 1990”, line 3)',
      'Fits: The proof of address is at most 90 days old (Date of issue “2026-10-30”, line 5)',
      'Fits: The proof of address is not dated in the future (Date of issue “2026-10-30”, line 5)',
      'Fits: The proof of address is in the name the customer gave (Name “Maria Keller”, line 3; the customer gave “Maria Keller”)',
      'In passport.pdf: Name “KELLER, MARIA ANNA” (line 2), Date of birth “12 MAR 1990” (line 3), Document number “C01X00T47” (line 4), Expiry date “11.03.2031” (line 5)',
      'In bill.pdf: Name “Maria Keller” (line 3), Address “1 Main St, Lander, WY 82520” (line 4), Date of issue “2026-10-30” (line 5)',
    ]);
  });

  it('takes two files that come at once for the two it asks for', async () => {
    const both = { files: [given('passport'), given('bill')] };
    const [asked] = await tell([], {}, {});
    const { tools } = instruments({ files: { passport, bill } });
    const named = await runPlaybook(
      { ...from, message: 'Maria Keller', resumed: { waiting: waits(asked!), reply: 'value' } },
      tools,
    );
    const end = await runPlaybook(
      { ...from, ...both, message: '', resumed: { waiting: waits(named), reply: 'value' } },
      tools,
    );
    expect(end.handoff?.stopped).toContain('All 7 checks fit');
  });

  it.each<[string, string[], string[], string[]]>([
    [
      'expired',
      passport.with(4, 'Date of expiry: 11.03.2021'),
      bill,
      ['Does not fit: The identity document has not expired'],
    ],
    [
      'somebody else’s',
      passport.with(1, 'Name: JOHN DOE'),
      bill,
      ['Does not fit: The identity document is in the name the customer gave'],
    ],
    [
      'old',
      passport,
      bill.with(4, 'Bill date: 2026-07-01'),
      ['Does not fit: The proof of address is at most 90 days old'],
    ],
    [
      'from the future',
      passport,
      bill.with(4, 'Bill date: 2027-07-01'),
      ['Does not fit: The proof of address is not dated in the future'],
    ],
  ])('says first what does not fit: one is %s', async (_, one, two, says) => {
    const end = last(await tell(['Maria Keller', given('one'), given('two')], { one, two }));
    expect(end.kind).toBe('handoff');
    expect(end.handoff?.stopped).toContain('1 of 7 checks do not fit');
    for (const [at, sentence] of says.entries()) expect(end.known[at]).toContain(sentence);
    expect(end.known.filter((line) => line.startsWith('Fits'))).toHaveLength(6);
  });

  it.each<[string, World['files']]>([
    ['a picture', {}],
    ['without a number', { first: passport.filter((line) => !line.startsWith('Document')) }],
    ['about something else', { first: ['Shopping list', 'Milk'] }],
  ])('asks once more where the document is %s, then hands over', async (_, files) => {
    const again = await tell(['Maria Keller', given('first')], files);
    expect(last(again)).toMatchObject({ kind: 'ask' });
    expect(last(again).text).toContain('I could not find everything I need in that file');
    const well = await tell(['Maria Keller', given('first'), given('passport'), given('bill')], {
      ...files,
      passport,
      bill,
    });
    expect(last(well).handoff?.stopped).toContain('All 7 checks fit');
    expect(last(well).known.join()).not.toContain('first.pdf');
    const vain = await tell(['Maria Keller', given('first'), { ...given('first'), id: 'third' }], files);
    expect(last(vain)).toMatchObject({ kind: 'handoff', handoff: { missing: ['Identity document'] } });
    expect(last(vain).tried.some(({ ok }) => !ok)).toBe(true);
  });
});

describe('what is read', () => {
  const book = (more: object): ReleasedPlaybook => ({
    key: 'p',
    version: 1,
    definition: playbookSchema.parse({
      name: 'p',
      team: 'x',
      wants: 'y',
      trigger: {},
      start: 'file',
      nodes: {
        file: { kind: 'collect', slot: 'file', entity: 'file', ask: 'Which?', next: 'read' },
        read: {
          kind: 'extract',
          file: 'slots.file',
          says: 'Read it',
          fields: { born: { labels: ['Born'], is: 'birth_date' }, until: { labels: ['Until'], is: 'date' } },
          as: 'it',
          next: 'end',
          ...more,
        },
        end: { kind: 'reply', text: 'Until {{ it.until }}, {{ it.missing }}' },
      },
    }),
  });
  const read = (more: object, lines?: string[]) => {
    const { tools } = instruments({ files: lines ? { doc: lines } : {} });
    const playbook = book(more);
    return runPlaybook({ ...from, playbook, playbooks: [playbook], files: [given('doc')] }, tools);
  };
  const checks = [{ says: 'It still holds', when: 'daysBetween(it.until, now) <= 0' }];

  it('can be said, and what names somebody is told to the vault as it stands and as it is used', async () => {
    const part = await read({}, ['Born: 12.03.1990', 'Until: 1.1.2027']);
    expect(part).toMatchObject({ kind: 'reply', text: 'Until 2027-01-01, ' });
    expect(part.personal).toEqual([
      { kind: 'DATE_OF_BIRTH', value: '12.03.1990' },
      { kind: 'DATE_OF_BIRTH', value: '1990-03-12' },
    ]);
  });

  it('tells a check that could not be made from one that does not fit', async () => {
    const verdicts = async (lines: string[]) => {
      const { run } = await read({ checks }, lines);
      const { fits, checks: made } = run!.visits.find(({ node }) => node === 'read')!.value as Reading;
      return { fits, made };
    };
    expect(await verdicts(['Born: 12.03.1990'])).toEqual({
      fits: false,
      made: [{ says: 'It still holds', verdict: 'unread', why: 'Until was not found' }],
    });
    expect(await verdicts(['Until: 2020-01-01'])).toMatchObject({ fits: false, made: [{ verdict: 'unfit' }] });
    expect(await verdicts(['Born: 12.03.1990', 'Until: 2030-01-01'])).toMatchObject({ fits: true });
  });

  it('goes to people where nothing can be read and no way is given for that', async () => {
    expect(await read({})).toMatchObject({
      kind: 'handoff',
      handoff: { stopped: 'The customer’s file could not be read. It is a picture.' },
      tried: [{ what: 'Read it: doc.jpg could not be read. It is a picture.', ok: false }],
    });
    expect(await read({ unreadable: 'end' })).toMatchObject({ kind: 'handoff', handoff: { reason: 'playbook' } });
  });
});
