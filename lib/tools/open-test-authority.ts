import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestConnector } from './open-test-connector';

/** For tests: an MCP server behind OAuth 2.1, with an authorization server that registers clients and checks PKCE. */
export type TestAuthority = {
  url: string;
  origin: string;
  /** What happened, in order. */
  steps: string[];
  /** The person on its page says yes: the code that goes back. */
  allow(address: string): { code: string; state: string };
  close(): void;
};

export async function openTestAuthority(
  behind: TestConnector,
  secrets: Record<string, string> = {},
): Promise<TestAuthority> {
  const steps: string[] = [];
  const codes = new Map<string, string>();
  const metadata = () => ({
    issuer: origin(),
    authorization_endpoint: `${origin()}/authorize`,
    token_endpoint: `${origin()}/token`,
    registration_endpoint: `${origin()}/register`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
  });
  function giveToken(form: URLSearchParams, basic: string): [number, object] {
    const grant = form.get('grant_type') ?? '';
    steps.push(grant);
    if (grant === 'client_credentials') {
      const [id, secret] = Buffer.from(basic, 'base64').toString().split(':');
      if (!secret || secrets[id ?? ''] !== secret) return [401, { error: 'invalid_client' }];
    } else {
      const verifier = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (codes.get(form.get('code') ?? '') !== verifier) return [400, { error: 'invalid_grant' }];
    }
    return [200, { access_token: behind.token, token_type: 'Bearer', expires_in: 3_600, refresh_token: 'again' }];
  }
  async function passOn(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const proof = `Bearer resource_metadata="${origin()}/.well-known/oauth-protected-resource/mcp"`;
    if (request.headers.authorization !== `Bearer ${behind.token}`)
      return void response.writeHead(401, { 'www-authenticate': proof }).end();
    const { authorization, accept, 'content-type': type } = request.headers;
    const answer = await fetch(behind.url, {
      method: request.method ?? 'GET',
      headers: { authorization, accept: accept ?? '*/*', ...(type && { 'content-type': type }) },
      ...(body && { body }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(await answer.text());
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin());
    const body = await text(request);
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (pathname.startsWith('/.well-known/oauth-protected-resource'))
      return json({ resource: `${origin()}/mcp`, authorization_servers: [origin()] });
    if (pathname.startsWith('/.well-known/')) return json(metadata());
    if (pathname === '/register') {
      steps.push('register');
      return json({ ...(JSON.parse(body) as object), client_id: 'client-1' }, 201);
    }
    if (pathname === '/token') {
      const [status, value] = giveToken(new URLSearchParams(body), request.headers.authorization?.slice(6) ?? '');
      return json(value, status);
    }
    // A stream that ends with the server behind it ends here too.
    return passOn(request, response, body).catch(() => void response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin()}/mcp`,
    origin: origin(),
    steps,
    allow(address) {
      const asked = new URL(address).searchParams;
      const code = randomUUID();
      codes.set(code, asked.get('code_challenge') ?? '');
      return { code, state: asked.get('state') ?? '' };
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
