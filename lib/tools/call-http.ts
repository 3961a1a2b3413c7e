import { fetchGuarded } from '../platform/fetch-guarded';
import { fetchToken } from './fetch-token';
import { mapAnswer } from './map-answer';
import { type PlannedRequest, planRequest } from './plan-request';
import { plainHeaders, readCredentials } from './read-secret';
import type { JsonObject, ToolInfo, ToolOutcome } from './tool.schema';
import { neverSent, wordFault } from './word-fault';

const mostBytes = 2 * 1_048_576;

/** One call of an HTTP API with these very arguments. Never throws. */
export async function callHttp(tool: ToolInfo, args: JsonObject, timeoutMs: number): Promise<ToolOutcome> {
  const { connector, http } = tool;
  if (!http) return { kind: 'refused', code: 'invalid', message: 'nobody has said how it is asked' };
  let request: PlannedRequest;
  try {
    request = planRequest(connector.url, http, args);
  } catch (error) {
    return { kind: 'refused', code: 'invalid', message: error instanceof Error ? error.message : String(error) };
  }
  const signal = AbortSignal.timeout(timeoutMs);
  let headers: Record<string, string>;
  try {
    headers = { ...request.headers, ...(await authHeaders(connector.id, signal)) };
  } catch (error) {
    return { kind: 'unavailable', message: `it does not let us in: ${wordFault(error)}` };
  }
  try {
    const response = await fetchGuarded()(request.url, {
      method: request.method,
      headers: { 'user-agent': 'Baton', ...headers },
      body: request.body,
      signal,
    });
    return mapAnswer(http, { status: response.status, body: await readBody(response) });
  } catch (error) {
    const message = signal.aborted ? `no answer within ${timeoutMs} ms` : wordFault(error);
    return { kind: neverSent(message) || http.method === 'GET' ? 'unavailable' : 'unknown', message };
  }
}

async function authHeaders(id: string, signal: AbortSignal): Promise<Record<string, string>> {
  const credentials = await readCredentials(id);
  const { auth } = credentials;
  if (auth.kind !== 'client_credentials') return plainHeaders(credentials);
  return { authorization: `Bearer ${await fetchToken({ ...credentials, auth }, signal)}` };
}

/** JSON when it is some, else the text; counted while it comes. */
async function readBody(response: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > mostBytes) throw new Error('the answer is larger than 2 MB');
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return text.slice(0, 10_000);
  }
}
