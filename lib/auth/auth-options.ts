import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { env } from '../platform/env';
import { checkPassword } from './check-password';

declare module 'next-auth/jwt' {
  interface JWT {
    personId?: string;
    sessionVersion?: number;
  }
}

/** Twelve hours of work, then we ask again. */
const sessionSeconds = 12 * 3_600;

/** Sessions are signed tokens; whether they still count is asked of the database at each request (find-person.ts). */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().BATON_SECRET,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in' },
    providers: [
      CredentialsProvider({
        name: 'password',
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const from = String(request.headers?.['x-forwarded-for'] ?? 'local').split(',')[0]!;
          const person = await checkPassword(credentials?.email ?? '', credentials?.password ?? '', from);
          return person
            ? { id: person.id, name: person.name, email: person.email, sessionVersion: person.sessionVersion }
            : null;
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (!user) return token;
        const { sessionVersion } = user as { sessionVersion?: number };
        return { ...token, personId: user.id, sessionVersion };
      },
    },
  };
}
