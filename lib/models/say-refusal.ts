import { APICallError } from '@ai-sdk/provider';
import { z } from 'zod';
import { ToolNotCalled } from './ask-probe';
import { failureNames, nameFailure } from './name-failure';
import { nameUnreached } from './name-unreached';
import type { Endpoint } from './read-endpoints';

const told = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) });
const longest = 200;

/** What the server itself said was wrong, without the key should it repeat that; empty where it said nothing. */
export function toldBy(error: unknown, key: string): string {
  if (!APICallError.isInstance(error) || !error.responseBody) return '';
  let said = '';
  try {
    const { error: inner } = told.parse(JSON.parse(error.responseBody));
    said = typeof inner === 'string' ? inner : inner.message;
  } catch {
    return '';
  }
  const clean = (key === '' ? said : said.replaceAll(key, '[KEY]')).replace(/\s+/g, ' ').trim();
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}

/** Whether it is the model that is not there, rather than the way it was asked. */
export const isUnknownModel = (error: unknown): boolean =>
  APICallError.isInstance(error) &&
  [400, 404, 422].includes(error.statusCode ?? 0) &&
  /model_not_found|model\b[^"]{0,120}(not found|not exist|unknown|no such)|(unknown|invalid|no such) model/i.test(
    error.responseBody ?? '',
  );

/** Whether there is nothing at the address of this style. */
export const isNoSuchWay = (error: unknown): boolean =>
  APICallError.isInstance(error) && [404, 405, 501].includes(error.statusCode ?? 0) && !isUnknownModel(error);

/** "It refused the request (400): “tools are not supported”." */
export function sayRefusal(error: unknown, { url, key }: Endpoint, patienceMs: number): string {
  if (error instanceof ToolNotCalled) return 'It answered without calling the tool it was offered.';
  const { kind, status } = nameFailure(error);
  if (kind === 'late') return `It did not answer within ${Math.round(patienceMs / 100) / 10} s.`;
  if (kind === 'unreachable') return nameUnreached(error, new URL(url), patienceMs);
  const said = toldBy(error, key);
  return `${failureNames[kind]}${status === undefined || status < 300 ? '' : ` (${status})`}${said ? `: “${said}”.` : '.'}`;
}
