import { errors, jwtVerify } from 'jose';
import { z } from 'zod';

export type HostCustomer = { account: string; email: string | null; name: string | null };
export type HostVerdict = { ok: true; customer: HostCustomer } | { ok: false; why: 'expired' | 'not_valid' };

const claimsSchema = z.object({
  sub: z.string().min(1).max(200),
  iss: z.string().min(1).max(200),
  email: z.email().max(320).toLowerCase().optional(),
  name: z.string().trim().max(200).optional(),
});

/**
 * Who the host site says is signed in there. The algorithm is pinned, so that a token cannot choose none or another one;
 * it must be meant for us, say who issued it, and end.
 */
export async function verifyHostToken(
  jwt: string,
  channel: { secret: string | null; issuer: string | null },
  now = new Date(),
): Promise<HostVerdict> {
  if (channel.secret === null) return { ok: false, why: 'not_valid' };
  try {
    const { payload } = await jwtVerify(jwt, new TextEncoder().encode(channel.secret), {
      algorithms: ['HS256'],
      audience: 'baton',
      requiredClaims: ['sub', 'iss', 'exp'],
      currentDate: now,
      ...(channel.issuer ? { issuer: channel.issuer } : {}),
    });
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success) return { ok: false, why: 'not_valid' };
    const { sub, email, name } = claims.data;
    return { ok: true, customer: { account: sub, email: email ?? null, name: name || null } };
  } catch (error) {
    return { ok: false, why: error instanceof errors.JWTExpired ? 'expired' : 'not_valid' };
  }
}
