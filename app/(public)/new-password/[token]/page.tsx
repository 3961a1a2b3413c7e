import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { LinkGone } from '@/components/sign-in/link-gone';
import { NewPasswordForm } from '@/components/sign-in/new-password-form';
import { SignInFrame } from '@/components/sign-in/sign-in-frame';
import { findPasswordLink } from '@/lib/auth/password-link';
import { linkTokenSchema } from '@/lib/auth/person.schema';

// The address holds the secret: it must not be told to anybody a link on the page leads to.
export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer', robots: { index: false } };

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const host = (await headers()).get('host');
  const person = linkTokenSchema.safeParse(token).success ? await findPasswordLink(token) : null;
  return person ? (
    <SignInFrame title="Set a new password" host={host}>
      <NewPasswordForm token={token} email={person.email} />
    </SignInFrame>
  ) : (
    <SignInFrame title="This link counts no more" host={host}>
      <LinkGone ask="Ask whoever manages people here for a new one." />
    </SignInFrame>
  );
}
