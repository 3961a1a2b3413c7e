import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelCall } from './read-call';
import { piecesOf, type Reply } from './reply';
import { errorBody, type RequestError } from './wire/error';
import type { Frames, Wire } from './wire/frames';

export interface Manner {
  chunkMs?: number;
  /** The number of pieces after which the line goes dead. */
  cutAfter?: number;
  broken?: boolean;
}

/** Sends a reply, in pieces where the request asks for a stream. Throws AbortError when `signal` says that it is over. */
export async function sendAnswer(
  response: ServerResponse,
  {
    call,
    reply,
    wire,
    manner,
    signal,
  }: { call: ModelCall; reply: Reply; wire: Wire; manner: Manner; signal: AbortSignal },
): Promise<void> {
  if (call.streaming && wire.frames) await sendStream(response, wire.frames(call, reply), manner, signal);
  else {
    if (manner.chunkMs) await sleep(manner.chunkMs * piecesOf(reply.text).length, undefined, { signal });
    await sendWhole(response, JSON.stringify(wire.whole(call, reply)), manner);
  }
}

async function sendWhole(response: ServerResponse, body: string, { cutAfter, broken }: Manner): Promise<void> {
  const bytes = Buffer.from(broken ? body.slice(0, -20) : body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
  if (cutAfter === undefined) response.end(bytes);
  else await hangUpAfter(response, bytes.subarray(0, bytes.length / 2));
}

async function sendStream(
  response: ServerResponse,
  frames: Frames,
  { chunkMs, cutAfter, broken }: Manner,
  signal: AbortSignal,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  response.write(frames.opening);
  for (const [index, piece] of frames.pieces.slice(0, cutAfter).entries()) {
    if (chunkMs) await sleep(chunkMs, undefined, { signal });
    response.write(piece);
    if (broken && index === 0) response.write(frames.broken);
  }
  if (cutAfter === undefined) response.end(frames.closing);
  else await hangUpAfter(response, ': cut\n\n');
}

/** What was written has to leave first: a destroyed socket takes with it what still waits. */
async function hangUpAfter(response: ServerResponse, last: string | Buffer): Promise<void> {
  await new Promise((resolve) => response.write(last, resolve));
  response.destroy();
}

export function sendError(response: ServerResponse, error: RequestError, retryAfter?: number): void {
  response.writeHead(error.status, {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });
  response.end(JSON.stringify(errorBody(error)));
}
