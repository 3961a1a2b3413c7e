import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { derivedKey } from '../platform/crypto';
import { AppError } from '../platform/errors';

/** Who speaks in a chat, as far as the channel can vouch for them. Strongest identity first. */
export type ChatVisitor = {
  channelId: string;
  identities: { kind: 'account' | 'email' | 'visitor'; value: string; verified: boolean }[];
  name: string | null;
  verified: boolean;
};

const audience = 'baton-chat';
const days = 30;

const claimsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('visitor'), sub: z.string().min(1), channel: z.string() }),
  z.object({
    kind: z.literal('account'),
    sub: z.string().min(1),
    channel: z.string(),
    email: z.string().nullable(),
    name: z.string().nullable(),
  }),
]);

/** What the chat token says of its bearer. */
export type ChatClaims = z.infer<typeof claimsSchema>;

export function signChatToken({ sub, ...claims }: ChatClaims): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(audience)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(`${days}d`)
    .sign(derivedKey('chat'));
}

/** The claims of a chat token of ours; null for any other text. */
export async function readChatToken(token: string): Promise<ChatClaims | null> {
  try {
    const { payload } = await jwtVerify(token, derivedKey('chat'), {
      algorithms: ['HS256'],
      audience,
      requiredClaims: ['sub', 'exp'],
    });
    return claimsSchema.parse(payload);
  } catch {
    return null;
  }
}

export function visitorOf(claims: ChatClaims): ChatVisitor {
  const { channel: channelId, sub: value } = claims;
  if (claims.kind === 'visitor') {
    return { channelId, identities: [{ kind: 'visitor', value, verified: false }], name: null, verified: false };
  }
  const identities: ChatVisitor['identities'] = [{ kind: 'account', value, verified: true }];
  if (claims.email) identities.push({ kind: 'email', value: claims.email, verified: true });
  return { channelId, identities, name: claims.name, verified: true };
}

/** The visitor behind an Authorization header. Throws `unauthorized`. */
export async function findChatVisitor(header: string | null): Promise<ChatVisitor> {
  const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
  const claims = token ? await readChatToken(token) : null;
  if (!claims) throw new AppError('unauthorized', 'This chat has ended. Open it again to go on.');
  return visitorOf(claims);
}

/** One text for one visitor, for limits and for ids that must not meet another visitor's. */
export function nameVisitor({ identities }: ChatVisitor): string {
  const [first] = identities;
  return `${first!.kind}:${first!.value}`;
}
