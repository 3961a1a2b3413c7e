import { describe, expect, it } from 'vitest';
import { nameUnreached } from './name-unreached';

const failed = (cause: unknown) => new TypeError('fetch failed', { cause });
const coded = (code: string, message = code) => Object.assign(new Error(message), { code });

describe('nameUnreached', () => {
  it.each([
    ['a name nobody knows', failed(coded('ENOTFOUND')), 'No machine is known by the name “models.example”.'],
    ['nothing listens', failed(coded('ECONNREFUSED')), 'refused'],
    ['both addresses refuse', failed(new AggregateError([coded('ECONNREFUSED')])), 'refused'],
    ['the socket closes', failed(coded('UND_ERR_SOCKET')), 'closed the connection'],
    ['a certificate of its own', failed(coded('DEPTH_ZERO_SELF_SIGNED_CERT')), 'NODE_EXTRA_CA_CERTS'],
    ['an old certificate', failed(coded('CERT_HAS_EXPIRED')), 'expired'],
    ['somebody else’s certificate', failed(coded('ERR_TLS_CERT_ALTNAME_INVALID')), 'not for “models.example”'],
    ['http behind https', failed(coded('ERR_SSL_WRONG_VERSION_NUMBER')), 'http://'],
    ['no HTTP', failed(coded('HPE_INVALID_CONSTANT')), 'does not speak HTTP'],
    ['a redirect', failed(new Error('unexpected redirect')), 'sends on'],
    ['late', new DOMException('too late', 'TimeoutError'), 'within 5 s'],
    ['late inside', failed(coded('UND_ERR_CONNECT_TIMEOUT')), 'within 5 s'],
    ['something else', failed(new Error('bad port')), '(bad port)'],
    ['no error at all', 'odd', '(odd)'],
  ])('%s', (_, error, says) => {
    expect(nameUnreached(error, new URL('https://models.example/v1'), 5_000)).toContain(says);
  });
});
