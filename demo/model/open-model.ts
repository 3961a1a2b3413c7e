import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Behaviour } from './behaviour';
import { PromptCache, promptOf } from './count-tokens';
import { type Answered, type ModelCall, readChat, readEmbeddings, readResponses } from './read-call';
import { refuseRequest } from './refuse-request';
import { type Reply, saidBy, toReply } from './reply';
import type { Script } from './script';
import { sendAnswer, sendError } from './send-answer';
import { sensible } from './sensible';
import { chat } from './wire/chat';
import { embeddings } from './wire/embeddings';
import { RequestError } from './wire/error';
import type { Wire } from './wire/frames';
import { outputOf, responses } from './wire/responses';

export interface ModelOptions {
  /** 0 takes any free port. */
  port?: number;
  script?: Script;
  /** Who does not bring it is refused. */
  key?: string;
  /** The models there are; without it every name is one. */
  models?: string[];
  onAnswered?: (call: ModelCall) => void;
}

export interface OpenModel {
  /** Up to and with /v1. */
  url: string;
  /** What was asked, oldest first: the last ten thousand. */
  calls: ModelCall[];
  turnTo(script: Script): void;
  close(): Promise<void>;
}

const mostCalls = 10_000;
const mostBytes = 32_000_000;
const usualModel = 'baton-demo';

/** Opens an endpoint on 127.0.0.1 that speaks OpenAI's wire format and answers as its script says. */
export async function openModel({
  port = 0,
  script = sensible,
  key,
  models,
  onAnswered,
}: ModelOptions = {}): Promise<OpenModel> {
  const calls: ModelCall[] = [];
  const kept = new Map<string, object>();
  const cache = new PromptCache();
  const open = new Set<AbortController>();
  let counts = new Map<string, number>();
  let current = script;

  const routes: Record<string, { wire: Wire; read: (body: unknown) => Partial<ModelCall> }> = {
    '/v1/chat/completions': { wire: chat, read: readChat },
    '/v1/responses': { wire: responses, read: (body) => readResponses(body, kept) },
    '/v1/embeddings': { wire: embeddings, read: readEmbeddings },
  };

  async function answer(
    call: ModelCall,
    sent: string,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<Partial<Answered>> {
    if (key !== undefined && call.headers.authorization !== `Bearer ${key}`)
      throw new RequestError(401, 'Incorrect API key provided.', { code: 'invalid_api_key' });
    if (call.method === 'GET' && call.path === '/v1/models') return listModels(response, models ?? [usualModel]);
    const route = call.method === 'POST' && Object.hasOwn(routes, call.path) ? routes[call.path] : undefined;
    if (!route) throw new RequestError(404, `Invalid URL (${call.method} ${call.path})`, { code: 'unknown_url' });
    call.body = parseBody(sent);
    Object.assign(call, route.read(call.body));
    if (models && !models.includes(call.model))
      throw new RequestError(404, `The model \`${call.model}\` does not exist or you do not have access to it.`, {
        code: 'model_not_found',
      });
    refuseRequest(call);
    const nth = (counts.get(call.path) ?? 0) + 1;
    counts.set(call.path, nth);
    return behave(await current(call, nth), call, route.wire, response, signal);
  }

  async function behave(
    behaviour: Behaviour,
    call: ModelCall,
    wire: Wire,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<Partial<Answered>> {
    const how = behaviour.kind;
    call.answered = { how, whole: false, ms: 0 };
    if (behaviour.afterMs) await sleep(behaviour.afterMs, undefined, { signal });
    if (behaviour.kind === 'fail') {
      const { status, retryAfter, message = 'The model is told to fail.' } = behaviour;
      sendError(response, new RequestError(status, message), retryAfter);
      return { how, whole: true };
    }
    if (behaviour.kind === 'hang') await sleep(behaviour.ms, undefined, { signal });
    const say = behaviour.kind === 'slow' ? sensible(call) : saidBy(behaviour, call);
    if (!say) {
      response.socket?.resetAndDestroy();
      return { how };
    }
    const reply = toReply(say, call, {
      cached: cache.read(call.model, promptOf(call)),
      limit: behaviour.kind === 'huge' ? undefined : call.limit,
    });
    call.answered.reply = reply;
    const manner = {
      chunkMs: behaviour.kind === 'slow' ? behaviour.chunkMs : say.chunkMs,
      cutAfter: behaviour.kind === 'cut' ? behaviour.after : undefined,
      broken: behaviour.kind === 'broken',
    };
    if (wire === responses) keep(reply);
    await sendAnswer(response, { call, reply, wire, manner, signal });
    return { how, reply, whole: manner.cutAfter === undefined };
  }

  function keep(reply: Reply): void {
    for (const item of outputOf(reply)) kept.set(item.id, item);
    for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - mostCalls))) kept.delete(id);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const over = new AbortController();
    open.add(over);
    response.once('close', () => over.abort());
    const call = begin(request);
    calls.push(call);
    if (calls.length > mostCalls) calls.shift();
    const from = performance.now();
    const done = (answered: Partial<Answered>) => {
      call.answered = {
        ...{ how: 'refused', whole: false, ...call.answered, ...answered },
        ...(response.headersSent && { status: response.statusCode }),
        ms: Math.round(performance.now() - from),
      };
    };
    try {
      done(await answer(call, await readBody(request), response, over.signal));
    } catch (error) {
      if (!over.signal.aborted) refuse(response, error);
      done({});
      if (over.signal.aborted) response.destroy();
    } finally {
      open.delete(over);
      onAnswered?.(call);
    }
  }

  const server = createServer((request, response) => void handle(request, response));
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    turnTo: (next) => {
      current = next;
      counts = new Map();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const one of open) one.abort();
        server.closeAllConnections();
      }),
  };
}

function begin({ method = '', url = '', headers }: IncomingMessage): ModelCall {
  const step = [headers['x-baton-step'] ?? ''].flat()[0]!;
  const nothingYet = { body: {}, model: '', streaming: false, messages: [], tools: [], made: [] };
  return { method, path: url.split('?')[0]!.replace(/\/+$/, ''), headers, at: new Date(), step, ...nothingYet };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw new RequestError(413, 'The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(sent: string): Record<string, unknown> {
  try {
    return JSON.parse(sent) as Record<string, unknown>;
  } catch {
    throw new RequestError(400, 'We could not parse the JSON body of your request.');
  }
}

function listModels(response: ServerResponse, models: string[]): Partial<Answered> {
  response.setHeader('content-type', 'application/json');
  const data = models.map((id) => ({ id, object: 'model', created: 1_767_225_600, owned_by: 'baton' }));
  response.end(JSON.stringify({ object: 'list', data }));
  return { how: 'models', whole: true };
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else if (error instanceof RequestError) sendError(response, error);
  else sendError(response, new RequestError(500, `The script failed: ${error instanceof Error ? error.stack : error}`));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
