import type { Auth } from '@/lib/tools/auth.schema';
import type { ConnectorView } from '@/lib/tools/registry.schema';
import { type LookupDraft, lookupOf, openLookup } from './lookup-draft';

/** What stands in the form; numbers may be empty while one types. */
export type ConnectorDraft = {
  name: string;
  kind: ConnectorView['kind'];
  url: string;
  way: Auth['kind'];
  header: string;
  user: string;
  clientId: string;
  scope: string;
  tokenUrl: string;
  issuer: string;
  /** Undefined leaves the kept one. */
  secret: string | undefined;
  identity: ConnectorView['subject']['identity'];
  lookup: LookupDraft | null;
  sandbox: boolean;
  enabled: boolean;
  seconds: number | null;
  mostAtOnce: number | null;
  mostPerMinute: number | null;
};

export function draftOf(connector: ConnectorView | null): ConnectorDraft {
  const auth: Auth = connector?.auth ?? { kind: 'bearer' };
  const text = (value: string | undefined) => value ?? '';
  return {
    name: connector?.name ?? '',
    kind: connector?.kind ?? 'mcp',
    url: connector?.url ?? '',
    way: auth.kind,
    header: auth.kind === 'header' ? auth.header : '',
    user: auth.kind === 'basic' ? auth.user : '',
    clientId: 'clientId' in auth ? auth.clientId : '',
    scope: 'scope' in auth ? auth.scope : '',
    tokenUrl: auth.kind === 'client_credentials' ? text(auth.tokenUrl) : '',
    issuer: auth.kind === 'client_credentials' ? text(auth.issuer) : '',
    secret: undefined,
    identity: connector?.subject.identity ?? 'none',
    lookup: connector?.subject.lookup ? openLookup(connector.subject.lookup) : null,
    sandbox: connector?.sandbox ?? false,
    enabled: connector?.enabled ?? true,
    seconds: connector?.timeoutMs ? connector.timeoutMs / 1_000 : null,
    mostAtOnce: connector?.mostAtOnce ?? 24,
    mostPerMinute: connector?.mostPerMinute ?? null,
  };
}

function authOf(draft: ConnectorDraft): Record<string, unknown> {
  const { way: kind, header, user, clientId, scope, tokenUrl, issuer } = draft;
  switch (kind) {
    case 'none':
    case 'bearer':
      return { kind };
    case 'header':
      return { kind, header };
    case 'basic':
      return { kind, user };
    case 'authorization_code':
      return { kind, clientId, scope };
    case 'client_credentials':
      return {
        ...{ kind, clientId, scope },
        ...(tokenUrl.trim() !== '' && { tokenUrl: tokenUrl.trim() }),
        ...(issuer.trim() !== '' && { issuer: issuer.trim() }),
      };
  }
}

/** As it is sent. Whoever reads it checks it. */
export function inputOf(draft: ConnectorDraft, connector: ConnectorView | null): Record<string, unknown> {
  const { name, kind, url, identity, sandbox, enabled, seconds, mostAtOnce, mostPerMinute, secret } = draft;
  const lookup = identity === 'account' && draft.lookup ? lookupOf(draft.lookup) : undefined;
  return {
    ...(connector && { id: connector.id }),
    ...{ name, kind, url: url.trim(), auth: authOf(draft), sandbox, enabled, mostAtOnce, mostPerMinute },
    ...(secret !== undefined && { secret }),
    subject: { identity, ...(lookup && { lookup }) },
    timeoutMs: seconds === null ? null : Math.round(seconds * 1_000),
  };
}

/** Whether enough stands there to be tried or saved. */
export function isWhole({
  name,
  url,
  way,
  header,
  user,
  clientId,
  mostAtOnce,
  identity,
  lookup,
}: ConnectorDraft): boolean {
  const filled = (text: string) => text.trim() !== '';
  if (!filled(name) || !filled(url) || mostAtOnce === null) return false;
  if (identity === 'account' && lookup && !(filled(lookup.tool) && filled(lookup.value))) return false;
  if (way === 'header') return filled(header);
  if (way === 'basic') return filled(user);
  return way !== 'client_credentials' || filled(clientId);
}
