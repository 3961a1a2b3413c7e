import type { OAuthClientProvider, OAuthDiscoveryState } from '@modelcontextprotocol/sdk/client/auth.js';
import type {
  OAuthClientInformationMixed,
  OAuthClientMetadata,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js';
import { seal, unseal } from '../platform/crypto';
import { db } from '../platform/db';
import { env } from '../platform/env';
import { AppError } from '../platform/errors';
import type { Auth } from './auth.schema';

/** What a sign-in by OAuth keeps, sealed with the connector. */
export type SignIn = {
  client?: OAuthClientInformationMixed;
  tokens?: OAuthTokens;
  verifier?: string;
  /** Goes to the other system and comes back: whoever began it, and no other, ends it. */
  state?: string;
  personId?: string;
  discovery?: OAuthDiscoveryState;
};

export type SignInStore = { read(): Promise<SignIn>; write(change: Partial<SignIn>): Promise<void> };

const recordOf = (id: string) => `connector-oauth:${id}`;

/** In the connector's row. A new token is no new connection: the row's time stays as it is. */
export function storeSignIn(id: string): SignInStore {
  async function read(): Promise<SignIn> {
    const row = await db().connector.findUnique({ where: { id }, select: { oauth: true } });
    return row?.oauth ? (JSON.parse(unseal(row.oauth, recordOf(id))) as SignIn) : {};
  }
  return {
    read,
    async write(change) {
      const next = seal(JSON.stringify({ ...(await read()), ...change }), recordOf(id));
      await db().$executeRaw`UPDATE "Connector" SET oauth = ${next} WHERE id = ${id}::uuid`;
    },
  };
}

/** For a connection that is only tried: nothing of it outlives the try. */
export function forgettingStore(): SignInStore {
  let kept: SignIn = {};
  return {
    read: async () => kept,
    async write(change) {
      kept = { ...kept, ...change };
    },
  };
}

export const signInAddress = (): string => `${env().BATON_URL.replace(/\/+$/, '')}/api/tools/sign-in`;

type OAuth = Extract<Auth, { kind: 'client_credentials' | 'authorization_code' }>;
type Asking = {
  auth: OAuth;
  secret: string;
  store: SignInStore;
  /** Called with the page of the other system when a person is here to go there. */
  lead?: { state: string; personId: string; go: (address: URL) => void };
};

/**
 * What the MCP client asks when a server wants OAuth 2.1: discovery, registration as a client, PKCE and renewal are its own.
 * Without a person here a sign-in is never begun: the call fails and says that somebody has to sign in.
 */
export function signInProvider({ auth, secret, store, lead }: Asking): OAuthClientProvider {
  const byCode = auth.kind === 'authorization_code';
  const metadata: OAuthClientMetadata = {
    client_name: 'Baton',
    redirect_uris: byCode ? [signInAddress()] : [],
    grant_types: byCode ? ['authorization_code', 'refresh_token'] : ['client_credentials'],
    ...(byCode && { response_types: ['code'] }),
    token_endpoint_auth_method: byCode ? (secret ? 'client_secret_basic' : 'none') : 'client_secret_basic',
    ...(auth.scope !== '' && { scope: auth.scope }),
  };
  const given: OAuthClientInformationMixed | undefined =
    auth.clientId === ''
      ? undefined
      : {
          client_id: auth.clientId,
          ...(secret !== '' && { client_secret: secret }),
          ...(auth.kind === 'client_credentials' && auth.issuer && { issuer: auth.issuer }),
        };
  return {
    redirectUrl: byCode ? signInAddress() : undefined,
    clientMetadata: metadata,
    state: () => lead?.state ?? '',
    clientInformation: async () => given ?? (await store.read()).client,
    ...(given === undefined && {
      saveClientInformation: (client: OAuthClientInformationMixed) => store.write({ client }),
    }),
    tokens: async () => (await store.read()).tokens,
    saveTokens: (tokens) => store.write({ tokens }),
    async saveCodeVerifier(verifier) {
      if (lead) await store.write({ verifier, state: lead.state, personId: lead.personId });
    },
    async codeVerifier() {
      const { verifier } = await store.read();
      if (!verifier) throw new AppError('conflict', 'This sign-in was not begun here. Begin it again.');
      return verifier;
    },
    redirectToAuthorization(address) {
      if (!lead) throw new AppError('unavailable', 'Somebody has to sign in to it again, on the page Tools.');
      lead.go(address);
    },
    async invalidateCredentials(what) {
      if (what === 'verifier') return store.write({ verifier: undefined });
      // Another process may have renewed the tokens meanwhile: those are not thrown away for the old ones.
      const { tokens, client } = await store.read();
      if (what === 'tokens') return store.write({ tokens: tokens && { ...tokens, refresh_token: undefined } });
      if (what === 'all' || what === 'client')
        return store.write({ client: given ? client : undefined, tokens: undefined, discovery: undefined });
      return store.write({ discovery: undefined });
    },
    saveDiscoveryState: (discovery) => store.write({ discovery }),
    discoveryState: async () => (await store.read()).discovery,
    ...(!byCode && {
      prepareTokenRequest: (scope?: string) => {
        const wanted = scope ?? auth.scope;
        return new URLSearchParams({ grant_type: 'client_credentials', ...(wanted && { scope: wanted }) });
      },
    }),
  };
}
