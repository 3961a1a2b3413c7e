import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import type { StoreEnv } from '../env';
import type { Misbehaviours } from '../misbehaviour';

/** What every route is handed. */
export interface Shop {
  env: StoreEnv;
  pool: Pool;
  misbehaviours: Misbehaviours;
  storeUrl: string;
}

export interface Visit {
  shop: Shop;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** The named groups of the route's path. */
  path: Record<string, string>;
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: RegExp;
  answer(visit: Visit): Promise<void>;
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

export function sendHtml(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    // Pages carry the visitor's signed token.
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-frame-options': 'DENY',
  });
  response.end(page);
}

/** Sends the browser on to a page of this shop; anything but a local path becomes the home page. */
export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { location: isLocalPath(to) ? to : '/' });
  response.end();
}

/** A path on this host. `//host` and `/\host` are other hosts to a browser; control characters it strips before looking. */
export function isLocalPath(path: string): boolean {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(path);
}
