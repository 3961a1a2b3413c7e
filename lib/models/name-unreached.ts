/** Why a request got no answer at all, in words for whoever wrote the address. `error` is what `fetch` threw. */
export function nameUnreached(error: unknown, url: URL, patienceMs: number): string {
  const { code, name, message } = deepest(error);
  const late = `It did not answer within ${Math.round(patienceMs / 100) / 10} s.`;
  if (name === 'TimeoutError' || name === 'AbortError') return late;
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return `No machine is known by the name “${url.hostname}”.`;
    case 'ECONNREFUSED':
      return `The connection to ${url.host} was refused: nothing listens there.`;
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return 'It closed the connection without an answer.';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EACCES':
      return `There is no way to ${url.host} from this machine.`;
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return late;
  }
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|HTTP_REQUEST|EPROTO/.test(`${code} ${message}`))
    return 'It does not speak HTTPS: the address has to begin with http:// instead.';
  if (/CERT|SIGNED|LEAF_SIGNATURE|ERR_TLS|ERR_SSL/.test(code)) return sayCertificate(code, url);
  if (/^HPE_|HTTPParser/.test(`${code}${name}`)) return 'What answers there does not speak HTTP.';
  if (/redirect/i.test(message))
    return 'It sends on to another address. Write that one: a key goes to its address alone.';
  return `It could not be reached (${code || message.slice(0, 120)}).`;
}

function sayCertificate(code: string, url: URL): string {
  if (code === 'CERT_HAS_EXPIRED') return 'Its certificate has expired.';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `Its certificate is not for “${url.hostname}”.`;
  if (/SIGNED|LEAF_SIGNATURE|ISSUER/.test(code))
    return 'Its certificate is signed by nobody this machine trusts. NODE_EXTRA_CA_CERTS names more.';
  return `The encrypted connection failed (${code}).`;
}

type Cause = { code: string; name: string; message: string };

/** `fetch failed` says nothing; what does is wrapped in it, once or several times, or once for each address of a name. */
function deepest(error: unknown): Cause {
  if (!(error instanceof Error)) return { code: '', name: '', message: String(error) };
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  const { name, message } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const named = code !== '' || name === 'TimeoutError' || name === 'AbortError';
  return named || !(inner instanceof Error) ? { code, name, message } : deepest(inner);
}
