import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { macroActionsSchema } from '../../lib/conversations/macro.schema';
import type { DefinitionKind } from '../../lib/governance/definition.schema';
import { playbookSchema } from '../../lib/governance/playbook.schema';
import { seedArticleSchema } from '../../lib/knowledge/knowledge.schema';
import { receiveMessage } from '../../lib/pipeline/receive-message';
import { hashPassword, seal, sha256 } from '../../lib/platform/crypto';
import { db, disconnect, inTransaction, type Prisma, type Tx } from '../../lib/platform/db';
import { newId } from '../../lib/platform/ids';
import { abilities, labels, macros, savedViews, skills } from './arrangement';
import { articleQuestions } from './article-questions';
import { shopFigures } from './figures';
import { inWords } from './in-words';
import { intents } from './intents';
import { openingMessages } from './opening-messages';
import { demoPassword, officeHours, people, teams } from './people';
import { playbooks } from './playbooks';
import { talk } from './playbooks/talk';
import { policies } from './policies';
import { policyWords } from './policy-words';
import { shopPresets, shopRecords, shopSubject } from './tools';

/** What an empty desk knows too: how to talk, and when people are wanted. */
const talking = new Set([
  'person_request',
  'legal_threat',
  'complaint',
  'thanks',
  'greeting',
  'solved',
  'affirm',
  'deny',
  'unknown',
]);

type Demo = { apiKey: string; widgetKey: string; widgetSecret: string; storeUrl: string; storeToken: string };

async function seed(): Promise<void> {
  const demo = process.env.BATON_DEMO === '1' ? readDemo() : null;
  const seeded = await db().setting.findUnique({ where: { key: 'seeded' } });
  if (!seeded) {
    const password = demo ? await hashPassword(demoPassword) : '';
    await inTransaction(async (tx) => {
      await seedBase(tx, demo !== null, demo?.widgetKey ?? `wk_${newId().replaceAll('-', '')}`);
      if (demo) await seedDesk(tx, password);
      await tx.setting.create({ data: { key: 'seeded', value: { demo: demo !== null } } });
    });
  }
  if (demo) await refreshDemo(demo);
  if (demo && !seeded && process.env.BATON_OPENING !== '0') await openDoors();
}

function readDemo(): Demo {
  const value = (name: string) => {
    const found = process.env[name];
    if (!found) throw new Error(`${name}: the demo needs it`);
    return found;
  };
  return {
    apiKey: value('BATON_DEMO_KEY'),
    widgetKey: value('WIDGET_KEY'),
    widgetSecret: value('WIDGET_SECRET'),
    storeUrl: value('STORE_URL'),
    storeToken: value('STORE_TOKEN'),
  };
}

async function seedBase(tx: Tx, demo: boolean, widgetKey: string): Promise<void> {
  await tx.setting.createMany({
    data: [
      { key: 'workspace', value: { name: demo ? 'Northline' : 'Baton' } },
      { key: 'tiers', value: { autonomous: 0.9, reviewed: 0.7 } },
    ],
  });
  await tx.channel.createMany({
    data: [
      { id: newId(), kind: 'web_chat', key: widgetKey, name: 'Web chat', config: {} },
      { id: newId(), kind: 'api', key: 'api', name: 'API', config: {} },
    ],
  });
  for (const { key, name, description, examples, team } of intents) {
    if (!demo && !talking.has(key)) continue;
    const id = newId();
    await tx.intent.create({ data: { id, key, name, description, teamKey: demo ? team : null } });
    await tx.intentExample.createMany({
      data: [...new Set(examples)].map((text) => ({ id: newId(), intentId: id, text, source: 'seed' as const })),
    });
  }
  await tx.definition.createMany({
    data: (demo ? playbooks : talk).map(({ key, definition }) => ({
      ...firstVersion('playbook', key),
      body: playbookSchema.parse(definition) as Prisma.InputJsonValue,
    })),
  });
}

const firstVersion = (kind: DefinitionKind, key: string) => ({
  id: newId(),
  kind,
  key,
  version: 1,
  state: 'live' as const,
  share: 100,
  releasedAt: new Date(),
});

async function seedDesk(tx: Tx, passwordHash: string): Promise<void> {
  const office = await tx.calendar.create({ data: { id: newId(), ...officeHours } });
  await tx.team.createMany({
    data: teams.map(({ key, name }, position) => ({
      ...{ id: newId(), key, name, position },
      calendarId: key === 'billing' ? office.id : null,
    })),
  });
  const made = await tx.team.findMany();
  for (const person of people) {
    await tx.person.create({
      data: {
        id: newId(),
        name: person.name,
        email: person.email,
        role: person.role,
        hue: person.hue,
        passwordHash,
        teams: { create: person.teams.map((key) => ({ teamId: made.find((team) => team.key === key)!.id })) },
      },
    });
  }
  await tx.definition.createMany({
    data: policies.map((policy) => ({
      ...firstVersion('policy', policy.key),
      body: inWords(policy) as Prisma.InputJsonValue,
      cases: (policyWords[policy.key]?.cases ?? []) as Prisma.InputJsonValue,
    })),
  });
  await seedArrangement(tx);
  await seedArticles(tx);
}

async function seedArrangement(tx: Tx): Promise<void> {
  await tx.label.createMany({ data: labels.map((one) => ({ id: newId(), ...one })) });
  await tx.skill.createMany({ data: skills.map((one) => ({ id: newId(), ...one, intents: [...one.intents] })) });
  for (const { email, skills: theirs, languages } of abilities) {
    await tx.person.update({ where: { email }, data: { skills: [...theirs], languages: [...languages] } });
  }
  const { id: ownerId } = await tx.person.findFirstOrThrow({ where: { role: 'admin' } });
  const shared = (position: number) => ({ id: newId(), ownerId, shared: true, position });
  await tx.savedView.createMany({
    data: savedViews.map(({ name, query }, position) => {
      const row = shared(position);
      return {
        ...row,
        name: seal(name, `saved-view:${row.id}:name`),
        query: seal(query, `saved-view:${row.id}:query`),
      };
    }),
  });
  const byName = new Map((await tx.label.findMany()).map(({ name, id }) => [name, id]));
  await tx.macro.createMany({
    data: macros.map(({ name, text, actions }) => ({
      id: newId(),
      ownerId,
      shared: true,
      name,
      text,
      actions: macroActionsSchema.parse(actions.map((act) => act(byName))),
    })),
  });
}

const dayMs = 24 * 3_600_000;

/** Published as their first version. The collection is the team's, but what is for agents lies together. */
async function seedArticles(tx: Tx): Promise<void> {
  const owners = await tx.person.findMany({ where: { role: { not: 'agent' } }, include: { teams: true } });
  const teamsByKey = new Map((await tx.team.findMany()).map((team) => [team.key, team]));
  const articles = readArticles().map((article, position) => {
    const team = teamsByKey.get(article.teamKey ?? '');
    const owner =
      owners.find(
        ({ role, teams: theirs }) => role === 'supervisor' && theirs.some(({ teamId }) => teamId === team?.id),
      ) ?? owners[0];
    return {
      ...article,
      collection: article.collection ?? (article.audience === 'agents' ? 'Internal only' : (team?.name ?? '')),
      ownerId: owner?.id,
      // Spread over a year, a few of them past: a desk on which nothing is due shows nothing.
      reviewAt: new Date(Date.now() + (((position * 37) % 360) - 12) * dayMs),
    };
  });
  await tx.article.createMany({ data: articles });
  await tx.articleVersion.createMany({
    data: articles.map(({ id, title, body, audience, ownerId }) => ({
      articleId: id,
      number: 1,
      title,
      body,
      audience,
      note: 'Published',
      personId: ownerId,
    })),
  });
  await tx.articleQuestion.createMany({
    data: Object.entries(articleQuestions).flatMap(([slug, texts]) =>
      texts.map((text) => ({ id: newId(), slug, language: 'en', text })),
    ),
  });
}

function readArticles() {
  const folder = path.resolve(process.env.BATON_ROOT ?? '.', 'prisma/seed/articles');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path.join(folder, file), 'utf8'));
      if (!match) throw new Error(`${file}: no front matter`);
      const lines = match[1]!.split('\n').map((line) => line.split(/:\s*(.*)/s).slice(0, 2) as [string, string]);
      const head = seedArticleSchema.extend({ collection: z.string().optional() }).parse(Object.fromEntries(lines));
      const { team: teamKey, ...article } = head;
      return { id: newId(), ...article, teamKey, body: match[2]!.trim(), publishedAt: new Date() };
    });
}

/** Addresses and tokens may be others at each start; the rest of the demo is seeded once and then belongs to whoever uses it. */
async function refreshDemo(demo: Demo): Promise<void> {
  const url = `${demo.storeUrl}/mcp`;
  const kept = await db().connector.findUnique({ where: { key: 'northline' }, include: { tools: { take: 1 } } });
  // Its tools cannot be listed before it runs: they are taken in with these settings when it is first connected to.
  const first = {
    adopt: true,
    sandbox: true,
    subject: shopSubject as Prisma.InputJsonValue,
    presets: shopPresets as Prisma.InputJsonValue,
  };
  await db().connector.upsert({
    where: { key: 'northline' },
    update: { url, token: seal(demo.storeToken, 'connector:northline'), ...(kept?.tools.length === 0 && first) },
    create: {
      id: newId(),
      key: 'northline',
      name: 'Northline back office',
      url,
      token: seal(demo.storeToken, 'connector:northline'),
      ...first,
    },
  });
  const settings = [
    { key: 'catalogue', value: { connector: 'northline', tool: 'products.list' } },
    { key: 'records', value: shopRecords as Prisma.InputJsonValue },
    { key: 'metrics', value: shopFigures },
  ];
  await db().setting.createMany({ data: settings, skipDuplicates: true });
  const config = {
    secret: seal(demo.widgetSecret, `channel:${demo.widgetKey}`),
    origins: [demo.storeUrl],
    issuer: 'northline',
  };
  await db().channel.updateMany({ where: { key: demo.widgetKey }, data: { config } });
  const hash = sha256(demo.apiKey);
  const scopes = [
    'messages:write',
    'conversations:read',
    'customers:verify',
    'customers:read',
    'signals:write',
    'intents:read',
    'intents:write',
    'knowledge:read',
    'drafts:write',
    'conversations:handover',
  ];
  await db().apiKey.upsert({
    where: { hash },
    update: { scopes },
    create: {
      id: newId(),
      name: 'Demo key',
      hash,
      prefix: demo.apiKey.slice(0, 8),
      scopes,
    },
  });
}

async function openDoors(): Promise<void> {
  const channel = await db().channel.findFirstOrThrow({ where: { kind: 'web_chat' } });
  for (const { email, name, text } of openingMessages) {
    await receiveMessage({
      channelId: channel.id,
      identities: email
        ? [{ kind: 'email', value: email, verified: true }]
        : [{ kind: 'visitor', value: newId(), verified: false }],
      name,
      verified: email !== null,
      text,
    });
  }
}

seed()
  .then(disconnect)
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
