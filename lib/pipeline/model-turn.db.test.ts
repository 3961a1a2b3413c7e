import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Behaviour } from '../../demo/model/behaviour';
import { type OpenModel, openModel } from '../../demo/model/open-model';
import type { ModelCall } from '../../demo/model/read-call';
import { sensible } from '../../demo/model/sensible';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestConnector, type TestConnector } from '../tools/open-test-connector';

let desk: TestDatabase;
let shop: TestConnector;
let model: OpenModel;
let receive: typeof import('./receive-message').receiveMessage;
let run: typeof import('./run-turn').runTurn;
let restoreAll: typeof import('../privacy/restore-for').restoreAll;
let forget: () => void;

const orders = [
  {
    number: 'NL-48213',
    status: 'delivered',
    placedAt: new Date(Date.now() - 12 * 86_400_000).toISOString(),
    deliveredAt: new Date(Date.now() - 5 * 86_400_000).toISOString(),
    totalCents: 8_900,
    refundedCents: 0,
    refundableCents: 8_900,
    currency: 'USD',
    lines: [{ name: 'Drift tent' }],
    payment: { brand: 'Visa', last4: '4242', capturedCents: 8_900 },
  },
  {
    number: 'NL-50077',
    status: 'shipped',
    placedAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
    totalCents: 4_200,
    refundedCents: 0,
    refundableCents: 4_200,
    currency: 'USD',
    lines: [{ name: 'Merino socks' }],
    payment: { brand: 'Visa', last4: '4242', capturedCents: 4_200 },
    shipment: {
      carrier: 'UPS',
      tracking: '1Z999AA10123456784',
      status: 'in_transit',
      eta: '2030-03-14T09:00:00.000Z',
      promisedAt: '2030-03-14T09:00:00.000Z',
    },
  },
];

beforeAll(async () => {
  desk = await openTestDatabase();
  model = await openModel();
  shop = await openTestConnector({
    'orders.list': {
      takes: ['customer', 'limit'],
      run: () => ({ orders: orders.map((one) => ({ ...one, items: one.lines.map(({ name }) => name) })) }),
    },
    'orders.get': {
      takes: ['customer', 'order'],
      run: ({ order: number }) => {
        const order = orders.find((one) => one.number === number);
        return order ? { order } : { missing: true };
      },
    },
    'refunds.create': {
      write: true,
      takes: ['customer', 'order', 'amountCents', 'reason'],
      run: ({ amountCents }) => ({ refund: { amountCents } }),
    },
  });
  ({ receiveMessage: receive } = await import('./receive-message'));
  ({ runTurn: run } = await import('./run-turn'));
  ({ restoreAll } = await import('../privacy/restore-for'));
  const { forgetEndpoints } = await import('../models/read-endpoints');
  const { forgetModelSettings } = await import('../models/read-settings');
  const { forgetSpent } = await import('../models/read-budget');
  forget = () => {
    forgetEndpoints();
    forgetModelSettings();
    forgetSpent();
  };
  const { seal } = await import('../platform/crypto');
  const connector = { key: 'shop', name: 'Shop', url: shop.url, token: seal(shop.token, 'connector:shop') };
  await desk.db.connector.create({ data: { id: randomUUID(), adopt: true, ...connector } });
  const article = (slug: string, title: string, body: string) => ({ slug, title, body, publishedAt: new Date() });
  await desk.db.article.createMany({
    data: [
      article(
        'footprints',
        'Tent footprints',
        'A footprint keeps the floor of a tent dry. On snow it is not needed, because snow has no sharp stones. It costs $45.',
      ),
      article('parcels', 'Parcels', 'A parcel travels for three days.'),
    ],
  });
  // What a first turn would do beside its answer would take most of that turn's time for models.
  await (await import('./warm-up')).warmUp();
});
afterAll(async () => {
  await model?.close();
  await shop?.close();
  await desk?.close();
});

beforeEach(async () => {
  // An endpoint of its own for each: breakers are kept by its id.
  await desk.db.modelProvider.deleteMany();
  await desk.db.modelProvider.create({
    data: {
      name: 'Stand-in',
      url: model.url,
      choices: {
        create: [
          { role: 'small', model: 'small-one', inputPrice: 100_000, cachedPrice: 50_000, outputPrice: 400_000 },
          { role: 'large', model: 'large-one', inputPrice: 2_500_000, cachedPrice: 1_250_000, outputPrice: 10_000_000 },
        ],
      },
    },
  });
  await desk.db.setting.deleteMany({ where: { key: 'models' } });
  await desk.db.cachedAnswer.deleteMany();
  forget();
  model.turnTo(sensible);
  model.calls.length = 0;
});

type Who = { conversationId: string; email: string };
async function write(text: string, from?: Who, more: { email?: string; verified?: boolean } = {}) {
  const { email = from?.email ?? `ada.${randomUUID().slice(0, 8)}@winter.example`, verified = true } = more;
  const account = { kind: 'account' as const, value: `cus_${email}`, verified };
  const { conversationId, messageId } = await receive({
    channelId: desk.channels.api,
    identities: [{ kind: 'email' as const, value: email, verified }, account],
    name: 'Ada Winter',
    verified,
    text,
    ...(from && { conversationId: from.conversationId }),
  });
  await run(messageId, randomUUID());
  return { conversationId, messageId, email };
}
const spoken = async (conversationId: string) => {
  const restore = await restoreAll([conversationId]);
  const rows = await desk.db.message.findMany({
    where: { conversationId, author: 'assistant' },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map((row) => restore(conversationId, row.text));
};

type Say = Partial<Record<'understand' | 'plan' | 'compose' | 'check', (call: ModelCall, nth: number) => Behaviour>>;
/** What is not said here the sensible model says. `nth` counts the requests of that step, from 1. */
function follow(says: Say) {
  const counts = new Map<string, number>();
  model.turnTo((call) => {
    const nth = (counts.get(call.step) ?? 0) + 1;
    counts.set(call.step, nth);
    return says[call.step as keyof Say]?.(call, nth) ?? sensible(call);
  });
}
const say = (text: string): Behaviour => ({ kind: 'say', text });
const call = (name: string, args: object): Behaviour => ({ kind: 'say', tools: [{ name, args }] });
const means = (intent: string) => (): Behaviour =>
  say(
    JSON.stringify({
      wishes: [{ intent, text: '', sure: 0.97 }],
      language: 'en',
      sentiment: 'neutral',
      urgency: 'normal',
      wantsPerson: false,
    }),
  );
const fine = (): Behaviour =>
  say(JSON.stringify({ unsupported: [], answers: true, tone: true, language: true, leaks: false, why: 'Fine.' }));
const done = (): Behaviour => say('done');
const steps = () => model.calls.map(({ step }) => step);
const turnOf = (messageId: string) => desk.db.turn.findUniqueOrThrow({ where: { messageId } });
const callsOf = async (messageId: string) =>
  desk.db.modelCall.findMany({ where: { turnId: (await turnOf(messageId)).id }, orderBy: { at: 'asc' } });
/** Whatever became of it: the customer was told something, and somebody has it in hand. */
async function isServed({ messageId, conversationId }: { messageId: string; conversationId: string }) {
  expect((await turnOf(messageId)).outcome).toMatch(/replied|asked|approval_requested|handed_over/);
  expect((await spoken(conversationId)).at(-1)).toBeTruthy();
}

const onSnow = 'Would a footprint make sense for winter trips on glaciers and snow?';
const notNeeded = 'On snow a footprint is not needed, because snow has no sharp stones.';
const halfBack = 'Could the amount of NL-48213 be put back on my card, half of it?';

describe('an open question', () => {
  it('is answered from the articles, with what stands behind it', async () => {
    follow({ plan: done, compose: () => say(`Happy to help. ${notNeeded} [p1]`), check: fine });
    const asked = await write(onSnow);
    const [reply] = await spoken(asked.conversationId);
    expect(reply).toContain(notNeeded);
    expect(reply).not.toMatch(/\[[A-Z_]+_\d+\]|\[p\d/);
    const turn = await turnOf(asked.messageId);
    expect(turn).toMatchObject({ engine: 'model', outcome: 'replied', tier: expect.stringMatching(/autonom|review/) });
    expect(turn.claims).toEqual([{ text: notNeeded, source: 'Tent footprints', supported: true }]);
    const message = await desk.db.message.findFirstOrThrow({ where: { turnId: turn.id, author: 'assistant' } });
    expect(message.sources).toMatchObject([{ slug: 'footprints', version: 1 }]);
  });

  it('tells a model neither name nor address of who asks', async () => {
    follow({ understand: means('product_question'), plan: done, compose: () => say(`${notNeeded} [p1]`), check: fine });
    const email = `ada.${randomUUID().slice(0, 8)}@winter.example`;
    const asked = await write(`My name is Ada Winter, my mail is ${email}. ${onSnow}`, undefined, { email });
    expect(steps()).toEqual(expect.arrayContaining(['understand', 'plan', 'compose', 'check']));
    const left = JSON.stringify(model.calls.map(({ body }) => body));
    for (const value of [email, 'Ada', 'Winter']) expect(left).not.toContain(value);
    const receipts = JSON.stringify(await callsOf(asked.messageId));
    for (const value of [email, 'Ada', 'Winter']) expect(receipts).not.toContain(value);
  });

  it('leaves out what no source says, and says nothing where nothing is left', async () => {
    follow({ plan: done, compose: () => say(`${notNeeded} [p1] It is free for 365 days. [p1]`), check: fine });
    const [some] = await spoken((await write(onSnow)).conversationId);
    expect(some).toContain(notNeeded);
    expect(some).not.toContain('365');
    follow({ plan: done, compose: () => say('It is free for 365 days. [p1]'), check: fine });
    const asked = await write('Would one footprint make sense for longer winter trips on glaciers?');
    expect((await spoken(asked.conversationId)).join()).not.toContain('365');
    expect(await turnOf(asked.messageId)).toMatchObject({ outcome: 'handed_over' });
  });
});

describe('a question that was answered before', () => {
  const question = 'Would footprints make any sense for summer trips over stones and ice?';
  const dry = 'A footprint keeps the floor of a tent dry.';
  const answering = (): Say => ({ plan: done, compose: () => say(`${dry} [p1]`), check: fine });
  const whatIsKept = () => desk.db.cachedAnswer.findMany();
  const untilReadAnew = () => new Promise((resolve) => setTimeout(resolve, 1_100)); // every process looks once a second
  /** Asks as somebody else, and says which steps asked a model. */
  async function askAgain(text = question) {
    model.calls.length = 0;
    const asked = await write(text);
    const answer = (await spoken(asked.conversationId)).at(-1);
    return { ...asked, answer, steps: steps(), of: await turnOf(asked.messageId) };
  }

  it('asks a model for nothing but what is meant', async () => {
    follow(answering());
    const first = await askAgain();
    expect(first.steps).toEqual(['understand', 'plan', 'compose', 'check']);
    const second = await askAgain();
    expect(second.steps).toEqual(['understand']);
    expect((await callsOf(second.messageId)).map(({ step }) => step)).toEqual(['understand']);
    expect(second.answer).toContain(dry);
    expect(second.of).toMatchObject({ outcome: 'replied', claims: first.of.claims, confidence: expect.any(Number) });
    const spared = first.of.costMicros - (await callsOf(first.messageId))[0]!.costMicros;
    expect(await whatIsKept()).toMatchObject([{ question, hits: 1, costMicros: spared, savedMicros: BigInt(spared) }]);
  });

  it('is the same question for a customer of the large model and for one of the small', async () => {
    follow(answering());
    await askAgain();
    const email = `ada.${randomUUID().slice(0, 8)}@winter.example`;
    const { conversationId } = await receive({
      channelId: desk.channels.api,
      identities: [
        { kind: 'email', value: email, verified: true },
        { kind: 'account', value: `cus_${email}`, verified: true },
      ],
      name: 'Ada Winter',
      verified: true,
      text: 'Hello',
    });
    const { customerId } = await desk.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    await desk.db.customer.update({ where: { id: customerId }, data: { tier: 'gold' } });
    model.calls.length = 0;
    const { messageId } = await write(question, undefined, { email });
    expect(steps()).toEqual(['understand']);
    expect(await turnOf(messageId)).toMatchObject({ outcome: 'replied' });
  });

  it('is another one after another message', async () => {
    follow(answering());
    await askAgain();
    const begun = await write('Which tent is the lightest one you have?');
    model.calls.length = 0;
    await write(question, begun);
    expect(steps()).toContain('plan');
  });

  it('is asked anew after the article changed', async () => {
    follow(answering());
    await askAgain();
    const footprints = { slug_language: { slug: 'footprints', language: 'en' } };
    const { body, version } = await desk.db.article.findUniqueOrThrow({ where: footprints });
    await desk.db.article.update({
      where: footprints,
      data: { body: 'A footprint keeps the floor of a tent dry. It weighs 300 grams.', version: version + 1 },
    });
    await untilReadAnew();
    expect((await askAgain()).steps).toEqual(['understand', 'plan', 'compose', 'check']);
    await desk.db.article.update({ where: footprints, data: { body, version: version + 2 } });
    await untilReadAnew();
  });

  it('is asked anew after a policy changed', async () => {
    follow(answering());
    await askAgain();
    const refunds = { kind: 'policy' as const, key: 'refunds', state: 'live' as const };
    const { id, version } = await desk.db.definition.findFirstOrThrow({ where: refunds });
    await desk.db.definition.update({ where: { id }, data: { version: 1_000 } });
    await untilReadAnew();
    expect((await askAgain()).steps).toEqual(['understand', 'plan', 'compose', 'check']);
    await desk.db.definition.update({ where: { id }, data: { version } });
    await untilReadAnew();
  });

  it.each([
    ['was found wrong by the second reader', { unsupported: [dry] }],
    ['does not answer', { answers: false }],
    ['is rude', { tone: false }],
  ])('is not kept where the answer %s', async (_, wrong) => {
    const verdict = { unsupported: [], answers: true, tone: true, language: true, leaks: false, why: 'No.', ...wrong };
    follow({ ...answering(), check: () => say(JSON.stringify(verdict)) });
    await isServed(await askAgain());
    expect(await whatIsKept()).toEqual([]);
  });

  it('is not kept where nobody read the answer a second time', async () => {
    follow({ ...answering(), check: () => ({ kind: 'fail', status: 400 }) });
    expect((await askAgain()).answer).toContain(dry);
    expect(await whatIsKept()).toEqual([]);
  });

  it('is not kept where the answer rests on a record, or on one that was looked for', async () => {
    const look = (order: string) => (_: ModelCall, nth: number) => (nth === 1 ? call('orders_get', { order }) : done());
    follow({ ...answering(), plan: look('NL-50077'), compose: () => say(`${dry} [p1] The order is shipped. [t1]`) });
    expect((await askAgain()).answer).toContain('The order is shipped.');
    follow({ ...answering(), plan: look('NL-99999') });
    expect((await askAgain()).answer).toContain(dry);
    follow({ ...answering(), plan: look('NL-50077') });
    expect((await askAgain()).answer).toContain(dry);
    expect(await whatIsKept()).toEqual([]);
  });

  it('is not kept where a sentence was cut, or rests on what was found later or said by the customer', async () => {
    const search = (_: ModelCall, nth: number) =>
      nth === 1 ? call('search_knowledge', { question: 'How long does a parcel travel?' }) : done();
    follow({ ...answering(), compose: () => say(`${dry} [p1] It is free for 365 days. [p1]`) });
    expect((await askAgain()).answer).toContain(dry);
    follow({ ...answering(), compose: () => say(`${dry} [p1] You make summer trips over stones and ice. [c]`) });
    expect((await askAgain()).answer).toContain('You make summer trips');
    follow({ ...answering(), plan: search, compose: () => say(`${dry} [p1] A parcel travels for three days. [p2]`) });
    expect((await askAgain()).answer).toContain('three days');
    expect(await whatIsKept()).toEqual([]);
    // What was looked up and not used changes nothing.
    follow({ ...answering(), plan: search });
    await askAgain();
    expect(await whatIsKept()).toMatchObject([{ question }]);
  });
});

describe('what a model looks up and proposes', () => {
  it('answers from a record it looked up', async () => {
    const plan = (_: ModelCall, nth: number) => (nth === 1 ? call('orders_get', { order: 'NL-50077' }) : done());
    follow({ plan, check: fine });
    const asked = await write('What is up with the thing in NL-50077, and who has it?');
    expect(steps()).toEqual(['understand', 'plan', 'plan', 'compose', 'check']);
    expect((await spoken(asked.conversationId)).at(-1)).toContain('NL-50077 is shipped');
    const read = shop.calls.filter(({ tool, args }) => tool === 'orders.get' && args.order === 'NL-50077').at(-1);
    expect(read?.args.customer).toBe(`cus_${asked.email}`);
  });

  it('refuses a refund over what was paid, in the words of the rule', async () => {
    follow({ plan: () => call('refunds_create', { order: 'NL-48213', amountCents: 99_900, reason: 'ripped' }) });
    const asked = await write(halfBack);
    expect((await spoken(asked.conversationId)).at(-1)).toContain('I can give back $89.00 at most');
    expect(await desk.db.action.count({ where: { conversationId: asked.conversationId } })).toBe(0);
    const next = await write('Yes please', asked);
    expect(await desk.db.action.count({ where: { conversationId: next.conversationId } })).toBe(0);
    expect(shop.effects.size).toBe(0);
  });

  it('asks before a refund, and does it once', async () => {
    follow({ plan: () => call('refunds_create', { order: 'NL-48213', amountCents: 4_450, reason: 'ripped' }) });
    const asked = await write(halfBack);
    const question = (await spoken(asked.conversationId)).at(-1);
    expect(question).toContain('NL-48213');
    expect(question).toContain('$44.50');
    expect(question).toContain('Shall I?');
    expect(await turnOf(asked.messageId)).toMatchObject({ outcome: 'asked' });
    expect(await desk.db.action.count({ where: { conversationId: asked.conversationId } })).toBe(0);

    const yes = await write('yes', asked);
    await write('yes', asked);
    expect((await spoken(yes.conversationId)).find((text) => text.startsWith('Done'))).toContain('$44.50');
    const actions = await desk.db.action.findMany({ where: { conversationId: yes.conversationId } });
    expect(actions).toMatchObject([{ status: 'succeeded', amountCents: 4_450, subject: `cus_${asked.email}` }]);
    expect([...shop.effects]).toEqual([[actions[0]!.key, 1]]);
    shop.effects.clear();
  });

  it('leaves everything as it is where the customer says no', async () => {
    follow({ plan: () => call('refunds_create', { order: 'NL-48213', amountCents: 4_450, reason: 'ripped' }) });
    const asked = await write(halfBack);
    const no = await write('no', asked);
    expect((await spoken(no.conversationId)).at(-1)).toContain('left everything as it is');
    expect(shop.effects.size).toBe(0);
  });

  it('offers no tool of an account to somebody who is not verified', async () => {
    follow({ plan: () => call('orders_get', { order: 'NL-50077' }) });
    const before = shop.calls.length;
    const asked = await write('What is up with the thing in NL-50077, and who has it?', undefined, { verified: false });
    expect(model.calls.flatMap(({ tools }) => tools.map(({ name }) => name))).not.toContain('orders_get');
    expect(shop.calls.slice(before)).toEqual([]);
    await isServed(asked);
  });
});

describe('another language', () => {
  const german = 'Wo ist meine Bestellung NL-50077?';
  const translated = (call: ModelCall, more = '') => {
    const text = /<text>\n([\s\S]*?)\n<\/text>/.exec(call.messages.map((one) => one.text).join('\n'))?.[1] ?? '';
    const figures = text.match(/\[[A-Z_]+_\d+\]|\b[A-Z]{2,5}-\d{3,}\b|\d+/g) ?? [];
    return say(`Ihre Bestellung ist unterwegs und kommt bald bei Ihnen an: ${figures.join(', ')}.${more}`);
  };

  it('is answered in the words of a model, with the same figures', async () => {
    follow({ understand: means('order_status'), compose: (one) => translated(one) });
    const asked = await write(german);
    const reply = (await spoken(asked.conversationId)).at(-1);
    expect(reply).toMatch(/Ihre Bestellung ist unterwegs .*NL-50077/);
    expect(await turnOf(asked.messageId)).toMatchObject({ language: 'de' });
  });

  it('stays as it was where the model says something else in English', async () => {
    const rude = (one: ModelCall) =>
      say(`It is your own fault. ${(translated(one) as { text: string }).text.replace(/^.*: /, '')}`);
    follow({ understand: means('order_status'), compose: rude });
    const asked = await write(german);
    expect((await spoken(asked.conversationId)).at(-1)).not.toContain('fault');
  });

  it('stays as it was where the model changes a figure', async () => {
    follow({ understand: means('order_status'), compose: (one) => translated(one, ' Rufen Sie 0800 123 an.') });
    const asked = await write(german);
    expect((await spoken(asked.conversationId)).at(-1)).toContain('Your order NL-50077');
  });
});

describe('a text without figures, in another language', () => {
  const english = 'How can I help you?';
  const right = 'Wie kann ich Ihnen helfen? Fragen Sie nach einer Bestellung oder nach Ihrer Mitgliedschaft.';
  const wrong = 'Sie sind selbst daran schuld, und wir werden Ihnen hier ganz bestimmt nicht helfen.';
  const verdict = { unsupported: [], answers: false, tone: true, language: true, leaks: false, why: 'No.' };
  const reads = (more: object) => say(JSON.stringify({ ...verdict, ...more }));
  async function told(text: string, check: Behaviour) {
    follow({ understand: means('greeting'), compose: () => say(text), check: () => check });
    const { conversationId } = await write('Ich wollte mich nur einmal wieder bei Ihnen melden.');
    return (await spoken(conversationId)).at(-1);
  }

  it('is read a second time, beside the text it translates, before it is sent', async () => {
    expect(await told(right, reads({}))).toContain(right);
    expect(steps()).toEqual(['understand', 'compose', 'check']);
    const read = model.calls
      .at(-1)!
      .messages.map(({ text }) => text)
      .join('\n');
    expect(read).toMatch(/<sources>\nHow can I help you\?[\s\S]*<reply>\nWie kann ich Ihnen helfen\?/);
  });

  it.each([
    ['finds said what the text does not say', reads({ unsupported: [wrong] })],
    ['finds it rude', reads({ tone: false })],
    ['finds it in another language', reads({ language: false })],
    ['finds told what nobody may know', reads({ leaks: true })],
    ['does not answer', { kind: 'fail', status: 400 } satisfies Behaviour],
  ])('is not sent where the second reader %s', async (_, check) => {
    const reply = await told(wrong, check);
    expect(steps()).toContain('check');
    expect(reply).toContain(english);
    expect(reply).not.toContain('schuld');
  });
});

describe('a model that is not there', () => {
  it('breaks off in the middle of an answer: the customer is served all the same', async () => {
    follow({ plan: done, compose: () => ({ kind: 'cut', after: 6, text: `${notNeeded} [p1] It is.` }) });
    const asked = await write('Would a footprint make sense for skiing trips on glaciers and snow?');
    await isServed(asked);
    expect((await callsOf(asked.messageId)).filter(({ step }) => step === 'compose')).toMatchObject([
      { failure: 'cut' },
    ]);
    expect((await spoken(asked.conversationId)).join()).not.toContain('because snow');
  });

  it('is not asked when the budget is used up', async () => {
    const day = new Date(new Date().toISOString().slice(0, 10));
    await desk.db.setting.create({ data: { key: 'models', value: { day: 0.01 } } });
    await desk.db.modelSpend.upsert({ where: { day }, create: { day, micros: 10_000 }, update: { micros: 10_000 } });
    forget();
    const asked = await write(onSnow);
    expect(model.calls).toEqual([]);
    await isServed(asked);
    await desk.db.modelSpend.deleteMany();
  });
});

it('writes down what the endpoint says it used, and what that costs', async () => {
  follow({ plan: done, compose: () => say(`${notNeeded} [p1]`), check: fine });
  const asked = await write('Would one footprint make sense for winter trips on high glaciers and snow?');
  const kept = await callsOf(asked.messageId);
  const prices: Record<string, [number, number, number]> = {
    'small-one': [0.1, 0.05, 0.4],
    'large-one': [2.5, 1.25, 10],
  };
  expect(kept.length).toBeGreaterThan(2);
  expect(
    kept.map(({ step, model: name, inputTokens, cachedTokens, outputTokens, costMicros }) => ({
      step,
      name,
      inputTokens,
      cachedTokens,
      outputTokens,
      costMicros,
    })),
  ).toEqual(
    model.calls.map(({ step, model: name, answered }) => {
      const { input, cached, output } = answered!.reply!.usage;
      const [fresh, before, out] = prices[name]!;
      const costMicros = Math.round((input - cached) * fresh + cached * before + output * out);
      return { step, name, inputTokens: input, cachedTokens: cached, outputTokens: output, costMicros };
    }),
  );
  const sum = kept.reduce((total, { costMicros }) => total + costMicros, 0);
  expect(sum).toBeGreaterThan(0);
  expect((await turnOf(asked.messageId)).costMicros).toBe(sum);
});
