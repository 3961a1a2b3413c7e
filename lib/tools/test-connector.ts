import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { fetchGuarded } from '../platform/fetch-guarded';
import { fetchToken } from './fetch-token';
import { keepSecret } from './keep-secret';
import { forgettingStore, storeSignIn } from './keep-sign-in';
import { listOffered, openMcp } from './open-mcp';
import { type Credentials, plainHeaders } from './read-secret';
import type { ConnectionProbe, ConnectorInput } from './registry.schema';
import { sayUnreached } from './say-unreached';
import { withDeadline } from './word-fault';

const patienceMs = 10_000;
type Check = ConnectionProbe['checks'][number];

/**
 * Tries what stands in the form, saved or not, and says one line for each thing that holds or does not. Nothing is kept of
 * it and nothing is changed there. A system that is bad in any way is an answer. Throws `not_found`, and `invalid` as
 * keepSecret does.
 */
export async function testConnector(input: ConnectorInput): Promise<ConnectionProbe> {
  const kept = input.id ? await db().connector.findUnique({ where: { id: input.id } }) : null;
  if (input.id && !kept) throw new AppError('not_found', 'There is no such connector.');
  const credentials: Credentials = {
    auth: input.auth,
    secret: keepSecret(kept, input),
    store: kept && input.auth.kind === 'authorization_code' ? storeSignIn(kept.id) : forgettingStore(),
  };
  const checks = await (input.kind === 'mcp' ? probeMcp(input, credentials) : probeHttp(input, credentials));
  return { ok: checks.every(({ ok }) => ok), checks };
}

async function probeMcp(input: ConnectorInput, credentials: Credentials): Promise<Check[]> {
  const reachable = { id: input.id ?? '', key: '', kind: input.kind, url: input.url };
  const from = performance.now();
  const took = () => Math.round(performance.now() - from);
  try {
    const client = await withDeadline(openMcp(reachable, credentials), patienceMs);
    try {
      const { name = 'It', title, version } = client.getServerVersion() ?? {};
      const says = `${title ?? name}${version ? ` ${version}` : ''} answers over MCP.`;
      const connection: Check = { what: 'Connection', ok: true, says, tookMs: took() };
      const tools = await listOffered(client);
      const reads = tools.filter(({ annotations }) => annotations.readOnlyHint === true).length;
      const offers = `${count(tools.length, 'tool')}: ${count(reads, 'read')}, ${count(tools.length - reads, 'write')}.`;
      return [
        connection,
        { what: 'Tools', ok: tools.length > 0, says: tools.length > 0 ? offers : 'It offers none.', tookMs: took() },
      ];
    } finally {
      await client.close().catch(() => undefined);
    }
  } catch (error) {
    const says = sayUnreached(error, new URL(input.url), patienceMs);
    const signIn = input.auth.kind === 'authorization_code' && /sign in/.test(says);
    return [
      {
        what: 'Connection',
        ok: signIn,
        says: signIn ? 'It is there. Save it, then sign in to it.' : says,
        tookMs: took(),
      },
    ];
  }
}

async function probeHttp(input: ConnectorInput, credentials: Credentials): Promise<Check[]> {
  const signal = AbortSignal.timeout(patienceMs);
  const from = performance.now();
  const took = () => Math.round(performance.now() - from);
  const { auth } = credentials;
  const checks: Check[] = [];
  try {
    let headers = plainHeaders(credentials);
    if (auth.kind === 'client_credentials') {
      headers = { authorization: `Bearer ${await fetchToken({ ...credentials, auth }, signal)}` };
      checks.push({ what: 'Token', ok: true, says: 'A token was given.', tookMs: took() });
    }
    const response = await fetchGuarded()(input.url, { headers: { accept: 'application/json', ...headers }, signal });
    await response.body?.cancel();
    const { status } = response;
    const { host } = new URL(input.url);
    checks.push({
      what: 'Address',
      ok: status < 500,
      says: status < 500 ? `${host} answers.` : `It answers, but fails (${status}).`,
      tookMs: took(),
    });
    if (status === 401 || status === 403)
      checks.push({ what: 'Access', ok: false, says: `It does not let us in (${status}).`, tookMs: null });
    else if (status === 404)
      checks.push({
        what: 'Access',
        ok: true,
        says: 'Nothing is at the address itself, which is usual. Try a tool.',
        tookMs: null,
      });
  } catch (error) {
    const at = auth.kind === 'client_credentials' && checks.length === 0 && auth.tokenUrl ? auth.tokenUrl : input.url;
    const says =
      error instanceof Error && /^no token/.test(error.message)
        ? `The server of tokens did not give one: ${error.message.slice(0, 160)}`
        : sayUnreached(error, new URL(at), patienceMs);
    checks.push({ what: at === input.url ? 'Address' : 'Token', ok: false, says, tookMs: took() });
  }
  return checks;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
