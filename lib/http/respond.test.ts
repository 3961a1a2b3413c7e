import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { AppError, errorCodes } from '../platform/errors';
import { describeFailure, failureResponse, readJson, statusOf, wordIssues } from './respond';

// The log reads its level as it is loaded; what fails here on purpose would fill the report.
vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
});

const post = (body: BodyInit, headers = {}) => new Request('http://x.example', { method: 'POST', body, headers });

describe('failureResponse', () => {
  it.each(errorCodes)('%s has a status of its own', async (code) => {
    const response = failureResponse(new AppError(code, 'What and where.', { secret: 'inside' }));
    expect(response.status).toBe(statusOf[code]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    expect(text).not.toContain('inside');
    expect(JSON.parse(text)).toMatchObject({ error: { code, id: expect.stringMatching(/^[0-9a-f]{12}$/) } });
  });

  it('tells nobody what broke inside', async () => {
    for (const error of [new Error('password=hunter2'), 'hunter2', new AppError('internal', 'hunter2')]) {
      const response = failureResponse(error);
      expect(response.status).toBe(500);
      expect(await response.text()).not.toContain('hunter2');
    }
  });
});

describe('wordIssues', () => {
  it('says what and where, for all that is wrong', () => {
    const schema = z.object({
      customer: z.object({ email: z.email() }),
      text: z.string().min(1),
      tags: z.array(z.string()),
    });
    const { error } = schema.safeParse({ customer: { email: 'x' }, text: '', tags: ['a', 1] });
    const words = wordIssues(error!).split('; ');
    expect(words.map((one) => one.split(':')[0])).toEqual(['customer.email', 'text', 'tags.1']);
    expect(describeFailure(error)).toMatchObject({ code: 'invalid', message: words.join('; ') });
    expect(wordIssues(schema.safeParse(null).error!)).toMatch(/^body: /);
  });
});

describe('readJson', () => {
  it('reads JSON, and says where other things are wrong', async () => {
    expect(await readJson(post('{"a":1}'))).toEqual({ a: 1 });
    await expect(readJson(post('{"a":'))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/^body: is not valid JSON/),
    });
    await expect(readJson(post(''))).rejects.toMatchObject({ code: 'invalid' });
  });
  it('takes 256 KiB and no byte more, counted as bytes, whatever the header says', async () => {
    const json = (bytes: number) => JSON.stringify('é'.repeat((bytes - 2) / 2));
    expect(await readJson(post(json(262_144)))).toHaveLength(131_071);
    await expect(readJson(post(json(262_146)))).rejects.toMatchObject({ code: 'too_large' });
    await expect(readJson(post('{}', { 'content-length': '262145' }))).rejects.toMatchObject({ code: 'too_large' });
  });
});
