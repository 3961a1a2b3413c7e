import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type OpenModel, openModel } from '../demo/model/open-model';
import type { ModelCall } from '../demo/model/read-call';
import { openTestShop, type TestShop, token } from '../demo/northline/open-test-shop';
import type { ModelSettings } from '../lib/models/model.schema';
import type { PrismaClient } from '../lib/platform/prisma/client';
import { openTestDatabase } from '../lib/platform/test-database';

/** Where a message came from, carried along to whatever its turn asks of the shop and of the model. */
export type Origin = { id: string };
export type ShopCall = { origin: string | undefined; tool: string; args: Record<string, unknown> };

export type ModelDesk = {
  db: PrismaClient;
  shop: TestShop;
  model: OpenModel;
  /** What the turns asked of the shop, as it arrived there. */
  onShopCall(look: (call: ShopCall) => Promise<void> | void): void;
  onModelCall(look: (call: ModelCall, origin: string | undefined) => void): void;
  /** Stores a message and runs its turn as the worker does: what breaks it ends in the worker's way out. */
  say(message: Said): Promise<Heard>;
  /** A fresh endpoint: what was known of the one before, its breaker among it, says nothing about it. */
  renewEndpoint(more?: Record<string, unknown>): Promise<void>;
  close(): Promise<void>;
};
export type Said = {
  text: string;
  email: string;
  name: string;
  verified: boolean;
  origin: string;
  conversationId?: string;
};
export type Heard = {
  conversationId: string;
  messageId: string;
  outcome: string | null;
  broke: boolean;
  /** From the message until the reply or the handover stood in the conversation. */
  toldMs: number | null;
  replies: string[];
};

const header = 'x-bench-origin';

/** Postgres, the demo shop, a stand-in model and the rooms of the product, all in this process. */
export async function openModelDesk(settings: Partial<ModelSettings> = {}): Promise<ModelDesk> {
  const root = process.env.BATON_ROOT ?? process.cwd();
  const postgres = await openPostgres(root);
  process.env.DATABASE_POOL ??= '20';
  const desk = await openTestDatabase();
  const { db } = desk;
  const shop = await openTestShop();
  const lookers = {
    shop: (_: ShopCall): Promise<void> | void => {},
    model: (_: ModelCall, __: string | undefined) => {},
  };
  const model = await openModel({
    onAnswered(call) {
      lookers.model(call, one(call.headers[header]));
      model.calls.length = 0; // looked at; a hundred thousand of them would fill the memory
    },
  });
  const door = await openDoor(`${shop.origin}/mcp`, (call) => lookers.shop(call));
  const { seal } = await import('../lib/platform/crypto');
  await db.connector.create({
    data: {
      id: randomUUID(),
      key: 'northline',
      adopt: true,
      name: 'Northline',
      url: door.url,
      token: seal(token, 'connector:northline'),
    },
  });
  await db.article.createMany({ data: readArticles(root) });
  await db.setting.create({ data: { key: 'models', value: settings } });
  const [{ receiveMessage }, { runTurn }, { failTurn }, { warmUp }, { restoreAll }, { forgetEndpoints }] =
    await Promise.all([
      import('../lib/pipeline/receive-message'),
      import('../lib/pipeline/run-turn'),
      import('../lib/pipeline/fail-turn'),
      import('../lib/pipeline/warm-up'),
      import('../lib/privacy/restore-for'),
      import('../lib/models/read-endpoints'),
    ]);
  await warmUp();

  // The origin goes along with every request, so that what arrives elsewhere is known by whose turn sent it.
  const origins = new AsyncLocalStorage<Origin>();
  const plainFetch = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const origin = origins.getStore();
    if (!origin) return plainFetch(input, init);
    const headers = new Headers(init?.headers);
    headers.set(header, origin.id);
    return plainFetch(input, { ...init, headers });
  };

  async function say({ text, email, name, verified, origin, conversationId: known }: Said): Promise<Heard> {
    const { conversationId, messageId } = await receiveMessage({
      channelId: desk.channels.api,
      identities: [{ kind: 'email', value: email, verified }],
      name,
      verified,
      text,
      ...(known && { conversationId: known }),
    });
    const broke = await origins.run({ id: origin }, () =>
      runTurn(messageId, randomUUID()).then(
        () => false,
        async (error: unknown) => {
          await failTurn(messageId, String(error));
          return true;
        },
      ),
    );
    const [asked, turn, told, restore] = await Promise.all([
      db.message.findUniqueOrThrow({ where: { id: messageId } }),
      db.turn.findUnique({ where: { messageId } }),
      db.message.findMany({ where: { conversationId, author: 'assistant' }, orderBy: { createdAt: 'asc' } }),
      restoreAll([conversationId]),
    ]);
    const after = told.filter(({ createdAt }) => createdAt > asked.createdAt);
    return {
      conversationId,
      messageId,
      outcome: turn?.outcome ?? null,
      broke,
      toldMs: after[0] ? after[0].createdAt.getTime() - asked.createdAt.getTime() : null,
      replies: after.map((reply) => restore(conversationId, reply.text)),
    };
  }

  let renewed: Promise<unknown> = Promise.resolve();
  function renewEndpoint(more: Record<string, unknown> = {}): Promise<void> {
    const choices = {
      create: [
        { role: 'small' as const, model: 'small' },
        { role: 'large' as const, model: 'large' },
      ],
    };
    const data = { name: 'Stand-in', url: model.url, mostAtOnce: 64, ...more, choices };
    const renewing = renewed.then(async () => {
      await db.$transaction([db.modelProvider.deleteMany(), db.modelProvider.create({ data })]);
      forgetEndpoints();
    });
    renewed = renewing;
    return renewing;
  }

  await renewEndpoint();
  return {
    db,
    shop,
    model,
    onShopCall: (look) => {
      lookers.shop = look;
    },
    onModelCall: (look) => {
      lookers.model = look;
    },
    say,
    renewEndpoint,
    async close() {
      globalThis.fetch = plainFetch;
      await model.close();
      await door.close();
      await shop.close();
      await desk.close();
      await postgres.stop();
    },
  };
}

const one = (value: string | string[] | undefined): string | undefined => [value ?? []].flat()[0];

/** The one of TEST_DATABASE_URL, or one of its own that is thrown away. */
export async function openPostgres(root: string): Promise<{ stop(): Promise<void> }> {
  if (process.env.TEST_DATABASE_URL) return { stop: async () => {} };
  const script = pathToFileURL(path.join(root, 'scripts/postgres.mjs')).href;
  const { startPostgres } = (await import(script)) as {
    startPostgres(folder: string, more: object): Promise<{ url: string; stop(): Promise<void> }>;
  };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-bench-'));
  const postgres = await startPostgres(folder, { throwaway: true });
  process.env.TEST_DATABASE_URL = `${postgres.url}/postgres`;
  return {
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A door before the shop: what goes in is looked at, then passed on as it is. */
async function openDoor(target: string, look: (call: ShopCall) => Promise<void> | void) {
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    try {
      const asked = JSON.parse(body || 'null') as {
        method?: string;
        params?: { name: string; arguments?: object };
      } | null;
      if (asked?.method === 'tools/call' && asked.params)
        await look({
          origin: one(request.headers[header]),
          tool: asked.params.name,
          args: { ...asked.params.arguments } as Record<string, unknown>,
        });
      const { authorization = '', accept = '' } = request.headers;
      const passed = await fetch(target, {
        method: request.method ?? 'POST',
        headers: { authorization, accept: String(accept), 'content-type': 'application/json' },
        ...(request.method === 'POST' && { body }),
      });
      response.writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? 'application/json' });
      response.end(Buffer.from(await passed.arrayBuffer()));
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export function readArticles(root: string) {
  const folder = path.join(root, 'prisma/seed/articles');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const [, head = '', body = ''] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path.join(folder, file), 'utf8')) ?? [];
      const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'm').exec(head)?.[1]?.trim();
      return {
        slug: field('slug') ?? file.replace(/\.md$/, ''),
        title: field('title') ?? file,
        audience: (field('audience') ?? 'public') as 'public' | 'verified' | 'agents',
        body: body.trim(),
        publishedAt: new Date(),
      };
    });
}

/** Does the work for each, so many at once, in order of their beginning. */
export async function inParallel<T>(items: readonly T[], atOnce: number, work: (item: T, at: number) => Promise<void>) {
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) await work(items[at]!, at);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
