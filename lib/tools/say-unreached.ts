import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { nameUnreached } from '../models/name-unreached';
import { isAppError } from '../platform/errors';

/** Why a system could not be used, in a sentence for whoever wrote its address. */
export function sayUnreached(error: unknown, url: URL, patienceMs: number): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (isAppError(at)) return /private network/.test(at.message) ? `${at.message} ${allow(url)}` : at.message;
    if (at instanceof UnauthorizedError) return 'It wants somebody to sign in first.';
    if (at instanceof StreamableHTTPError) return sayStatus(at.code);
  }
  const message = error instanceof Error ? error.message : '';
  const status = /HTTP (\d{3})/.exec(message)?.[1];
  if (status) return sayStatus(Number(status));
  if (/client information|OAuth|authorization|register/i.test(message))
    return `It cannot be signed in to: ${message.slice(0, 200)}`;
  if (/not valid JSON|JSON|protocol version|content type/i.test(message))
    return 'It answers, but not as an MCP server does. The address mostly ends with /mcp.';
  return nameUnreached(error, url, patienceMs);
}

const allow = ({ hostname, port, protocol }: URL): string =>
  `Whoever runs Baton can allow it: BATON_ALLOW_PRIVATE_HOSTS=${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;

function sayStatus(status: number | undefined): string {
  switch (status) {
    case 401:
    case 403:
      return `It does not let us in (${status}): the secret is missing or wrong.`;
    case 404:
    case 405:
      return `Nothing speaks MCP at this address (${status}). It mostly ends with /mcp.`;
    case undefined:
      return 'It answers, but not as an MCP server does.';
    default:
      return status >= 500 ? `It answers, but fails (${status}).` : `It refuses the connection (${status}).`;
  }
}
