import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeGuardedFetch } from './fetch-guarded';

const none: ReadonlySet<string> = new Set();
let server: Server;
let host: string;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url!, 'http://x');
    asked.push(`${request.method} ${pathname} ${request.headers.authorization ?? ''}`);
    const status = Number(/^\/(30\d)$/.exec(pathname)?.[1]);
    if (status) response.writeHead(status, { location: decodeURIComponent(search.slice(1)) }).end();
    else response.end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here = () => makeGuardedFetch({ allowed: new Set([host]) });
const post = { method: 'POST', body: '{}', headers: { authorization: 'Bearer secret' } };

describe('fetchGuarded', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:127.0.0.1]:8080/mcp',
    'http://[::ffff:a9fe:a9fe]/',
    'http://127.0.0.1:1/mcp',
    'http://2130706433:8080/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://10.0.0.1/mcp',
    'http://[fe80::1]/',
    'http://[::1]:3000/',
    'http://0.0.0.0/',
  ])('asks nothing of %s', async (address) => {
    await expect(makeGuardedFetch({ allowed: none })(address, post)).rejects.toMatchObject({
      code: 'invalid',
      message: 'The address leads into a private network.',
    });
  });

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'http://user:word@example.com/', 'nothing'])(
    'refuses %s',
    async (address) => {
      await expect(makeGuardedFetch({ allowed: none })(address)).rejects.toMatchObject({ code: 'invalid' });
    },
  );

  it.each([
    ['a private answer', ['10.0.0.1']],
    ['a private answer among public ones', ['93.184.216.34', '127.0.0.1']],
    ['loopback as IPv6', ['::ffff:127.0.0.1']],
    ['the metadata of a cloud', ['169.254.169.254']],
  ])('connects to no name that has %s', async (_, answers) => {
    const fetch = makeGuardedFetch({
      allowed: none,
      resolve: async () => answers.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    });
    await expect(fetch('https://rebind.example:8443/mcp', post)).rejects.toMatchObject({
      message: 'The address leads into a private network.',
    });
  });

  it('resolves a name once: a second answer cannot lead elsewhere', async () => {
    let times = 0;
    const fetch = makeGuardedFetch({
      allowed: none,
      resolve: async () => [{ address: times++ === 0 ? '192.0.1.1' : '127.0.0.1', family: 4 }],
    });
    asked = [];
    const port = host.split(':')[1];
    await fetch(`http://rebind.example:${port}/`, { signal: AbortSignal.timeout(400) }).catch(() => undefined);
    expect(asked).toEqual([]);
    expect(times).toBe(1);
  });

  it('asks what the operator allows, by its host and port or by any port of it', async () => {
    expect(await (await here()(`http://${host}/mcp`, post)).text()).toBe('here');
    const any = makeGuardedFetch({ allowed: new Set(['127.0.0.1:*']) });
    expect((await any(`http://${host}/mcp`)).status).toBe(200);
  });

  it.each([
    [308, 'POST', '/there', true],
    [307, 'POST', '/there', true],
    [302, 'GET', '/there', true],
    [302, 'POST', '/there', false],
    [308, 'POST', 'http://169.254.169.254/', false],
    [308, 'GET', 'https://example.com/', false],
    [307, 'POST', 'http://127.0.0.1:1/', false],
  ])('a redirect (%s) of a %s to %s is followed: %s', async (status, method, target, follows) => {
    asked = [];
    const asking = here()(`http://${host}/${status}?${encodeURIComponent(target)}`, {
      method,
      headers: post.headers,
      ...(method === 'POST' && { body: '{}' }),
    });
    if (follows) expect((await asking).status).toBe(200);
    else await expect(asking).rejects.toMatchObject({ code: 'invalid' });
    expect(asked).toHaveLength(follows ? 2 : 1);
    if (follows) expect(asked[1]).toBe(`${method} /there Bearer secret`);
  });

  it('does not go round in circles', async () => {
    const again = `/308?${encodeURIComponent('/308')}`;
    const thrice = `/308?${encodeURIComponent(`/308?${encodeURIComponent(`/308?${encodeURIComponent(again)}`)}`)}`;
    await expect(here()(`http://${host}${thrice}`)).rejects.toMatchObject({
      message: expect.stringContaining('more than'),
    });
  });
});
