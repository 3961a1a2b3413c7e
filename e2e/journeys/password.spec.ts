import { expect, test } from '../fixtures/test';

test('a known address gets the link', async ({ shop, chatAs }) => {
  const customer = await shop.customer('accountPlain', 1);
  const chat = await chatAs(customer.email);
  await chat.say('I forgot my password');
  await chat.sees('I have sent a link to set a new password');
  const mails = await shop.mails(customer.email);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.kind).toBe('password_reset');
});

test('an unknown address is handed over with the reason', async ({ api, shop, chatAs, deskOf }) => {
  const chat = await chatAs(null);
  await chat.say('I forgot my password');
  await chat.sees('Which email address is your account under?');
  await chat.say('lost.soul@nowhere.example');
  await chat.sees('A colleague takes over from here');
  const { holder, turns } = await api.settled(chat.conversation, 2);
  expect(holder).toBe('queue');
  expect(turns[1]?.outcome).toBe('handed_over');
  expect(await shop.mails('lost.soul@nowhere.example')).toEqual([]);

  const desk = await deskOf('kofi');
  await desk.open(chat.conversation, 'needs-me');
  await expect(desk.handoff).toContainText('There is no account under lost.soul@nowhere.example');
});

test('a mail service that is down is tried again, then people take over within ten seconds', async ({
  api,
  shop,
  chatAs,
  deskOf,
}) => {
  const customer = await shop.customer('accountPlain', 2);
  const rule = {
    tool: 'accounts.send_password_reset',
    mode: 'fail',
    customer: customer.customer,
    times: 1_000,
  } as const;
  await shop.misbehave(rule);
  const chat = await chatAs(customer.email);
  await chat.say('I forgot my password');
  // The time an expectation has is the promise: ten seconds.
  await chat.sees('A colleague takes over from here');
  const { holder, turns } = await api.settled(chat.conversation);
  expect(holder).toBe('queue');
  expect(turns[0]?.outcome).toBe('handed_over');
  expect(await shop.struck(rule)).toBe(3);
  expect(await shop.mails(customer.email)).toEqual([]);

  const desk = await deskOf('kofi');
  await desk.open(chat.conversation, 'needs-me');
  await expect(desk.handoff).toContainText('mail service does not answer');
  await expect(desk.composer).toBeVisible();
});

test('an account with two-factor sign-in is told the special way and gets no link', async ({ shop, chatAs }) => {
  const customer = await shop.customer('accountTwoFactor', 1);
  const chat = await chatAs(customer.email);
  await chat.say('I forgot my password');
  await chat.sees('Use a recovery code');
  expect(await shop.mails(customer.email)).toEqual([]);
});

test('the fourth link of a day is refused', async ({ api, shop, chatAs }) => {
  const customer = await shop.customer('accountPlain', 3);
  const chat = await chatAs(customer.email);
  for (const turn of [1, 2, 3]) {
    await chat.say('I forgot my password, please send me a link');
    await api.settled(chat.conversation, turn);
    await expect.poll(async () => (await shop.mails(customer.email)).length).toBe(turn);
  }
  await chat.say('I forgot my password, please send me a link');
  await chat.sees('Three links have been sent to this account today');
  expect(await shop.mails(customer.email)).toHaveLength(3);
});
