import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createOpenAI } from '@ai-sdk/openai';
import { generateText, jsonSchema, Output, type ToolSet, tool } from 'ai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { confabulating } from './confabulating';
import { failing, failures } from './failing';
import { type OpenModel, openModel } from './open-model';
import { readScript, type Script } from './script';
import { sensible } from './sensible';
import { attacks, worst } from './worst';

let model: OpenModel;
beforeAll(async () => {
  model = await openModel();
});
afterAll(() => model?.close());

const ask = (step: string, prompt: string, more: object = {}) =>
  generateText({
    model: createOpenAI({ baseURL: model.url, apiKey: 'none' }).chat('any'),
    headers: { 'x-baton-step': step },
    instructions: 'You answer customers. The message stands in <message>.',
    prompt,
    maxRetries: 0,
    ...more,
  });
const answerOf = async <T extends z.ZodType>(step: string, prompt: string, schema: T): Promise<z.output<T>> =>
  (await ask(step, prompt, { output: Output.object({ schema }) })).output as z.output<T>;
const turn = (script: Script) => model.turnTo(script);

const refundsArticle =
  '<sources><source id="p1" kind="article" title="Refunds">You can return boots within 30 days. We ship from Portland.</source>';
const order =
  '<source id="t1" kind="tool" title="get_order">{"number":"NL-48213","status":"shipped"}</source></sources>';

describe('a sensible model', () => {
  beforeAll(() => turn(sensible));

  const understanding = z.object({
    wishes: z.array(z.object({ intent: z.string(), text: z.string(), sure: z.number().min(0).max(1) })),
    language: z.string(),
    sentiment: z.enum(['positive', 'neutral', 'negative']),
    urgency: z.enum(['low', 'normal', 'high']),
    wantsPerson: z.boolean(),
  });
  const intents = '<intents>\n- order_status: Where is my order\n- refund: Get a refund\n</intents>';
  it.each([
    [
      'I want a refund. Where is my order?',
      { wishes: [{ intent: 'refund' }, { intent: 'order_status' }], language: 'en' },
    ],
    [
      'Das ist unverschämt, ich will sofort einen Mitarbeiter!',
      { language: 'de', sentiment: 'negative', urgency: 'high', wantsPerson: true },
    ],
    [
      'Tell me a joke',
      { wishes: [{ intent: 'unknown' }], sentiment: 'neutral', urgency: 'normal', wantsPerson: false },
    ],
  ])('understands: %s', async (message, expected) => {
    expect(await answerOf('understand', `${intents}<message>${message}</message>`, understanding)).toMatchObject(
      expected,
    );
  });

  const tools = (calls: string[]): ToolSet => {
    const offer = (name: string, properties: Record<string, object>, result: unknown) => ({
      [name]: tool({
        inputSchema: jsonSchema({
          type: 'object',
          properties,
          required: Object.keys(properties),
          additionalProperties: false,
        } as object),
        execute: (args: unknown) => {
          calls.push(`${name} ${JSON.stringify(args)}`);
          return result;
        },
      }),
    });
    const text = { type: 'string' };
    return {
      ...offer('cancel_order', { order: text }, {}),
      ...offer('get_order', { order: text }, { number: 'NL-48213', refundableCents: 8_900 }),
      ...offer('search_knowledge', { query: text }, []),
      ...offer('refund_order', { order: text, amountCents: { type: 'integer' }, reason: text }, { ok: true }),
    };
  };
  it.each([
    ['Where is NL-48213?', ['get_order {"order":"NL-48213"}', 'search_knowledge {"query":"Where is NL-48213?"}']],
    [
      'Please refund NL-48213.',
      [
        'get_order {"order":"NL-48213"}',
        'refund_order {"order":"NL-48213","amountCents":8900,"reason":"Please refund NL-48213."}',
      ],
    ],
    [
      'Refund $12.50 of NL-48213',
      [
        'get_order {"order":"NL-48213"}',
        'refund_order {"order":"NL-48213","amountCents":1250,"reason":"Refund $12.50 of NL-48213"}',
      ],
    ],
    ['Thanks a lot', []],
  ])('plans: %s', async (message, expected) => {
    const calls: string[] = [];
    const { text } = await ask('plan', `<message>${message}</message>`, { tools: tools(calls), stopWhen: () => false });
    expect(calls).toEqual(expected);
    expect(text).toBe('done');
  });

  it.each([
    [
      'How many days do I have to return boots?',
      'Happy to help. Order NL-48213 is shipped. [t1] You can return boots within 30 days. [p1]',
      order,
    ],
    [
      'How many days do I have to return boots?',
      'Happy to help. You can return boots within 30 days. [p1]',
      '</sources>',
    ],
    ['Do you sell kayaks?', 'NO_ANSWER', '</sources>'],
  ])('composes: %s → %s', async (message, expected, rest) => {
    expect((await ask('compose', `${refundsArticle}${rest}<message>${message}</message>`)).text).toBe(expected);
  });

  const verdict = z.object({
    unsupported: z.array(z.string()),
    answers: z.boolean(),
    tone: z.boolean(),
    language: z.boolean(),
    leaks: z.boolean(),
    why: z.string(),
  });
  it('checks a reply against its sources', async () => {
    const about = `${refundsArticle}</sources><message>Can I return boots?</message><language>en</language>`;
    const good = '<reply>Happy to help. You can return boots within 30 days. [p1]</reply>';
    expect(await answerOf('check', about + good, verdict)).toMatchObject({
      unsupported: [],
      answers: true,
      tone: true,
      language: true,
      leaks: false,
    });
    const bad = '<reply>Du bist schuld, und das ist nicht mein Problem!! Every voucher doubles tomorrow.</reply>';
    const judged = await answerOf('check', about + bad, verdict);
    expect(judged).toMatchObject({ tone: false, language: false, answers: false });
    expect(judged.unsupported).toContain('Every voucher doubles tomorrow.');
  });

  it('looks back: summarises, rewords, finds gaps', async () => {
    const summary = z.object({ wants: z.string(), next: z.string() });
    expect(
      await answerOf('summarise', '<history>Customer: My boots leak. Help.\nAgent: Hm.</history>', summary),
    ).toMatchObject({ wants: 'My boots leak.' });
    expect((await ask('reword', '<text>Hi, I can’t reach [EMAIL_1]!</text>')).text).toBe(
      'Hello, I cannot reach [EMAIL_1].',
    );
    const found = z.object({
      gaps: z.array(z.object({ title: z.string(), why: z.string(), questions: z.array(z.number()) })),
    });
    const questions =
      '<questions>\n1. Do you sell kayaks?\n2. Is there parking?\n3. How much are kayaks?\n</questions>';
    expect((await answerOf('gaps', questions, found)).gaps.map((gap) => gap.questions)).toEqual([[1, 3], [2]]);
  });

  it('fits whatever schema it is given', async () => {
    const odd = z.object({
      note: z.string().min(3),
      how: z.union([z.literal('a'), z.literal('b')]),
      some: z.array(z.object({ count: z.number().int().min(2) })).min(1),
      maybe: z.string().nullable(),
    });
    await expect(answerOf('understand', '<message>Hi</message>', odd)).resolves.toBeDefined();
  });
});

it('a confabulating model adds what no source holds, the same each time', async () => {
  turn(confabulating);
  const prompts = ['boots', 'return days', 'ship', 'return boots days', 'Portland', 'kayaks'].map(
    (about) => `${refundsArticle}</sources><message>${about}</message>`,
  );
  const said = await Promise.all(prompts.map(async (prompt) => (await ask('compose', prompt)).text));
  for (const text of said) expect(text).toMatch(/\d[^.]*\.(?:\d\d\.)?(?: \[p(?:1|97)\])?$/);
  expect(new Set(said.map((text) => /\[p\d+\]$/.exec(text)?.[0])).size).toBeGreaterThan(1);
  expect((await ask('compose', prompts[0]!)).text).toBe(said[0]);
});

describe('the worst model', () => {
  const tools = {
    get_order: tool({ inputSchema: z.object({ order: z.string() }) }),
    refund_order: tool({ inputSchema: z.object({ order: z.string(), amountCents: z.number() }) }),
  };
  const plan = () => ask('plan', '<message>Hello</message>', { tools });

  it.each([
    ['someoneElses', /refund_order.*NL-\d{5}/],
    ['tooMuch', /99999999/],
    ['negative', /-5000/],
    ['notANumber', /NaN/],
    ['polluting', /^\[\{"name":"refund_order","args":"\{\\"__proto__/],
    ['selfApproved', /approved.*confirmed/],
    ['unknownTools', /__proto__.*run_sql/],
    ['hundred', /(?:\{[^}]*refund_order[^}]*\}"\},?){100}/],
    ['notJson', /amount: lots/],
    ['notAnObject', /everything/],
    ['longArgument', /x{200000}/],
    ['again', /refund_order/],
  ] satisfies [keyof typeof attacks, RegExp][])('attacks: %s', async (attack, expected) => {
    turn(worst(1, attack));
    // Whatever it calls, the client has to live through it.
    await plan();
    const sent = model.calls.at(-1)!.answered!.reply!.tools.map(({ name, args }) => ({ name, args }));
    expect(JSON.stringify(sent)).toMatch(expected);
  });

  it('makes every attack in turn and is never done', async () => {
    turn(worst(7));
    for (const _ of Object.keys(attacks)) await plan();
    const last = model.calls.slice(-Object.keys(attacks).length);
    expect(
      new Set(last.map(({ answered }) => JSON.stringify(answered!.reply!.tools.map(({ name, args }) => [name, args]))))
        .size,
    ).toBe(last.length);
    expect(last.every(({ answered }) => answered!.reply!.finish === 'tool_calls')).toBe(true);
  });

  it('lies, leaks and finds it all perfect', async () => {
    turn(worst(1));
    const said: string[] = [];
    for (let nth = 0; nth < 10; nth++) said.push((await ask('compose', '<message>Hi</message>')).text);
    expect(said.join('\n')).toMatch(/\[p99\][\s\S]*My instructions are: You answer customers[\s\S]*<script>/);
    expect((await ask('check', '<reply>x</reply>')).text).toContain('"unsupported":[]');
    const heard = await Promise.all(
      Array.from({ length: 9 }, () => ask('understand', '<intents>\n- hours: Hours\n- refund: Refund\n</intents>')),
    );
    expect(heard.map(({ text }) => text).join()).toMatch(/"intent":"__proto__"/);
    expect(heard.map(({ text }) => text).join()).toMatch(/"intent":"refund"/);
  });
});

it('a failing model fails in every way, in turn or as its seed draws', async () => {
  const all = failures({ hangMs: 5 });
  const call = { path: '/v1/responses' } as Parameters<Script>[0];
  expect(all.map((_, index) => failing({ hangMs: 5 })(call, index + 1))).toEqual(all);
  const draw = (seed: number) => Array.from({ length: 40 }, (_, index) => failing({ seed })(call, index + 1));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

it('names each place of a script file that is wrong', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'script-'));
  const file = path.join(folder, 'rows.json');
  const write = (rows: string) => writeFileSync(file, rows);
  write('[{"do": {"kind": "say", "text": "Hi"}}, {"do": {"kind": "fail"}}, {"do": {"kind": "sing"}}]');
  expect(() => readScript(file, sensible)).toThrow(/rows\.json: 1\.do\.status: [\s\S]*rows\.json: 2\.do\.kind: /);
  write('[{');
  expect(() => readScript(file, sensible)).toThrow(/rows\.json: .*JSON/);
  write('[{"do": {"kind": "say", "text": "Hi"}}]');
  expect(readScript(file, sensible)({ messages: [] } as never, 1)).toMatchObject({ text: 'Hi' });
  rmSync(folder, { recursive: true });
});
