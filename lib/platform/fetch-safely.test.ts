import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAddress, isPublicAddress, makeSafeFetch } from './fetch-safely';

const none: ReadonlySet<string> = new Set();
const common = { mostBytes: 1_000_000, timeoutMs: 3_000 };

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '0.1.2.3',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    '4000::1',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('checkAddress', () => {
  it.each([
    ['http://169.254.169.254/latest/meta-data/', 'private'],
    ['http://[::ffff:127.0.0.1]/', 'private'],
    ['http://[::ffff:7f00:1]/', 'private'],
    ['http://[::1]/', 'private'],
    ['http://2130706433/', 'private'],
    ['http://0x7f.1/', 'private'],
    ['http://0177.0.0.1/', 'private'],
    ['http://127.1/', 'private'],
    ['http://0/', 'private'],
    ['http://①②⑦.⓪.⓪.①/', 'private'],
    ['http://example.com@127.0.0.1/', 'address'],
    ['http://user:secret@example.com/', 'address'],
    ['http://example.com:22/', 'address'],
    ['http://example.com:6379/', 'address'],
    ['file:///etc/passwd', 'address'],
    ['gopher://example.com/', 'address'],
    ['javascript:alert(1)', 'address'],
    ['example.com', 'address'],
    ['', 'address'],
  ])('refuses %s', (address, reason) => {
    expect(checkAddress(address, none)).toMatchObject({ ok: false, reason });
  });

  it('takes public ones, and private ones that are named with their port', () => {
    expect(checkAddress('https://example.com/a?b', none)).toBeInstanceOf(URL);
    expect(checkAddress('http://10.0.0.5:8080/', new Set(['10.0.0.5:8080']))).toBeInstanceOf(URL);
    expect(checkAddress('http://10.0.0.5/', new Set(['10.0.0.5:8080']))).toMatchObject({ reason: 'private' });
  });
});

describe('makeSafeFetch', () => {
  let server: Server;
  let host = '';
  let asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url!);
      const [path, query] = request.url!.split('?');
      if (path === '/to') response.writeHead(302, { location: decodeURIComponent(query!) }).end();
      else if (path === '/loop') response.writeHead(302, { location: `/loop?${asked.length}` }).end();
      else if (path === '/bomb')
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(5_000_000)));
      else if (path === '/slow') response.writeHead(200, { 'content-type': 'text/html' }).write('a');
      else if (path === '/pdf') response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF');
      else if (path === '/gone') response.writeHead(410).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<p>${path}</p>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const here = () => makeSafeFetch({ allowed: new Set([host]) });

  it('fetches what is named, following redirects', async () => {
    const fetched = await here()(`http://${host}/to?${encodeURIComponent('/page')}`, common);
    expect(fetched).toMatchObject({ ok: true, url: `http://${host}/page`, type: 'text/html' });
    expect(fetched.ok && fetched.body.toString()).toBe('<p>/page</p>');
  });

  it.each([
    ['a private address', 'http://169.254.169.254/latest/', 'private'],
    ['loopback on another port', 'http://127.0.0.1:1/', 'address'],
    ['another scheme', 'file:///etc/passwd', 'address'],
    ['a mapped address', 'http://[::ffff:10.0.0.1]/', 'private'],
  ])('does not follow a redirect to %s', async (_, target, reason) => {
    expect(await here()(`http://${host}/to?${encodeURIComponent(target)}`, common)).toMatchObject({ reason });
  });

  it('does not leave the allowed hosts by a redirect', async () => {
    const hosts = new Set([host]);
    const address = `http://${host}/to?${encodeURIComponent('https://example.com/')}`;
    expect(await here()(address, { ...common, hosts })).toMatchObject({ reason: 'host' });
  });

  it.each([
    ['/loop', 'redirects'],
    ['/bomb', 'too_large'],
    ['/pdf', 'type'],
    ['/gone', 'status'],
  ])('%s: %s', async (path, reason) => {
    expect(await here()(`http://${host}${path}`, { ...common, types: /^text\/html$/ })).toMatchObject({ reason });
  });

  it('waits no longer than it is told', async () => {
    const began = Date.now();
    expect(await here()(`http://${host}/slow`, { ...common, timeoutMs: 300 })).toMatchObject({ reason: 'unreachable' });
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  it.each([
    ['a private answer', [['10.0.0.1']]],
    ['a private answer among public ones', [['93.184.216.34', '127.0.0.1']]],
    ['loopback as IPv6', [['::ffff:127.0.0.1']]],
  ])('asks no host whose name has %s', async (_, answers) => {
    asked = [];
    const fetch = makeSafeFetch({
      allowed: none,
      resolve: async () => answers[0]!.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    });
    expect(await fetch('http://rebind.example/', common)).toMatchObject({ reason: 'private' });
    expect(asked).toEqual([]);
  });

  it('resolves a name once, so that a second answer cannot lead elsewhere', async () => {
    let times = 0;
    const fetch = makeSafeFetch({
      allowed: none,
      // Public the first time (a test network that answers nobody), loopback ever after.
      resolve: async () => [{ address: times++ === 0 ? '192.0.1.1' : '127.0.0.1', family: 4 }],
    });
    const result = await fetch('http://rebind.example/', { ...common, timeoutMs: 500 });
    expect(result.ok).toBe(false);
    expect(times).toBe(1);
  });
});
