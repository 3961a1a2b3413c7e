import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { InvitationForm } from '@/components/sign-in/invitation-form';
import { LinkGone } from '@/components/sign-in/link-gone';
import { SignInFrame } from '@/components/sign-in/sign-in-frame';
import { readInvitation } from '@/lib/auth/accept-invitation';
import { linkTokenSchema } from '@/lib/auth/person.schema';
import { requesterOf } from '@/lib/auth/requester-of';
import { readWorkspaceName } from '@/lib/auth/require-person';

// The address holds the secret: it must not be told to anybody a link on the page leads to.
export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer', robots: { index: false } };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, head] = await Promise.all([params, headers()]);
  const invitation = linkTokenSchema.safeParse(token).success
    ? await readInvitation(token, requesterOf(head)).catch(() => null)
    : null;
  const host = head.get('host');
  if (!invitation)
    return (
      <SignInFrame title="This invitation counts no more" host={host}>
        <LinkGone ask="Ask whoever invited you for a new one." />
      </SignInFrame>
    );
  return (
    <SignInFrame title={`Join ${await readWorkspaceName()}`} host={host}>
      <InvitationForm token={token} {...invitation} />
    </SignInFrame>
  );
}
