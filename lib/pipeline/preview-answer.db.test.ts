import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let previewAnswer: typeof import('./preview-answer').previewAnswer;
let previewQuestions: typeof import('./preview-answer').previewQuestions;

const place = { slug: 'canoes', language: 'en' };
const draft = {
  title: 'Canoe rental',
  body: '# Canoe rental\n\n## Price\n\nA canoe costs $40 a day to rent.\n\n## Dogs\n\nDogs may ride in a canoe.',
};

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ previewAnswer, previewQuestions } = await import('./preview-answer'));
  const { inTransaction } = await import('../platform/db');
  const { writeArticle } = await import('../knowledge/write-article');
  const { addQuestion } = await import('../knowledge/keep-questions');
  const base = { language: 'en', collection: '', origin: null, note: 'Written', publish: true, personId: null };
  await inTransaction(async (tx) => {
    const body = '## Price\n\nA canoe costs $40 a day to rent.';
    await writeArticle(tx, { ...base, ...place, title: 'Canoe rental', body, audience: 'public' });
    await writeArticle(tx, {
      ...base,
      slug: 'gate-code',
      title: 'Code of the boathouse gate',
      body: 'The code of the boathouse gate is four nines.',
      audience: 'agents',
    });
  });
  for (const text of ['How much does it cost to rent a canoe per day?', 'May dogs ride in a canoe?'])
    await addQuestion(desk.people.supervisor, { ...place, text });
});
afterAll(() => desk.close());

it('shows what is answered now and what the draft would change', async () => {
  const asked = { ...place, question: 'May dogs ride in a canoe?', draft };
  const shown = await previewAnswer(desk.people.agents[0], asked);
  expect(JSON.stringify(shown.live)).not.toContain('Dogs may');
  expect(shown.draft).toMatchObject({
    kind: 'answer',
    sources: [{ slug: 'canoes', heading: 'Dogs', version: 2, own: true }],
  });
  expect(shown.draft?.kind === 'answer' && shown.draft.sentences.map(({ text }) => text)).toContain(
    'Dogs may ride in a canoe.',
  );
  expect((await previewAnswer(desk.people.agents[0], { ...asked, draft: null })).draft).toBeNull();
});

it('asks the article’s own questions before and after', async () => {
  const { questions } = await previewQuestions(desk.people.supervisor, { ...place, draft });
  const [price, dogs] = questions;
  expect(price).toMatchObject({ passes: true });
  expect(dogs).toMatchObject({ passes: true });
  expect(dogs!.after).toBeGreaterThan(dogs!.before);
  const live = await previewQuestions(desk.people.supervisor, { ...place, draft: null });
  expect(live.questions.map(({ passes }) => passes)).toEqual([true, false]);
});

it('never answers a customer from what is for agents, drafted or live', async () => {
  const shown = await previewAnswer(desk.people.supervisor, {
    slug: 'gate-code',
    language: 'en',
    question: 'What is the code of the boathouse gate?',
    draft: { title: 'Code of the boathouse gate', body: 'The code of the boathouse gate is four tens.' },
  });
  expect(JSON.stringify(shown)).not.toMatch(/four (nines|tens)/);
});
