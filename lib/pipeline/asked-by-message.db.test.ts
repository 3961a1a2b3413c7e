import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

it('asks how it went in a closing message, with the link for who brings messages to customers only', async () => {
  const { askSurveys } = await import('../surveys/ask-surveys');
  const { saveSurveySettings } = await import('../surveys/survey-settings');
  const { surveySettingsSchema } = await import('../surveys/surveys.schema');
  const { answerUrl } = await import('../surveys/survey-link');
  const { viewApiConversation } = await import('./view-api-conversation');
  await saveSurveySettings(
    test.people.admin,
    surveySettingsSchema.parse({ csat: { on: true, afterMinutes: 0 }, limits: { quietFrom: 0, quietTo: 0 } }),
  );
  const { id } = await test.conversation({
    ...{ state: 'closed', resolution: 'agent', language: 'de', closedAt: new Date(Date.now() - 3_600_000) },
  });
  expect(await askSurveys()).toBe(1);
  const { id: surveyId, way } = await test.db.survey.findFirstOrThrow();
  expect(way).toBe('message');
  const seen = await viewApiConversation(id, { scopes: ['customers:read'] });
  expect(seen.messages.at(-1)).toMatchObject({
    author: 'assistant',
    text: `Wie haben wir es gemacht? ${answerUrl(surveyId)}`,
  });
  const others = await viewApiConversation(id, { scopes: [] });
  expect(others.messages.at(-1)?.text).toBe('Wie haben wir es gemacht?');
});
