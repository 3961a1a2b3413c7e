import { SignJWT } from 'jose';
import type { PlanName } from '../data/plans';
import type { Visit } from '../http/routes';

export interface Visitor {
  id: string;
  name: string;
  email: string;
  tier: PlanName | null;
}

const cookieName = 'northline_customer';

/** Who the demo's sign-in menu has chosen; null is an anonymous visitor. */
export async function readVisitor({ request, shop }: Visit): Promise<Visitor | null> {
  const customer = readCookie(request.headers.cookie, cookieName);
  if (!customer) return null;
  const { rows } = await shop.pool.query<Visitor>('SELECT id, name, email, tier FROM customers WHERE id = $1', [
    customer,
  ]);
  return rows[0] ?? null;
}

export function visitorCookie(customer: string | null): string {
  return customer
    ? `${cookieName}=${customer}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000`
    : `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
}

/** The value of one cookie in a Cookie header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

/** The token with which the chat widget proves who is signed in to this shop. */
export async function signVisitor(visitor: Visitor, secret: string): Promise<string> {
  return new SignJWT({ email: visitor.email, name: visitor.name })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('northline')
    .setAudience('baton')
    .setSubject(visitor.id)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
}
