import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { FirstAdminForm } from '@/components/sign-in/first-admin-form';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { SignInFrame } from '@/components/sign-in/sign-in-frame';
import { listDemoAccounts } from '@/lib/auth/demo-accounts';
import { isFirstRun } from '@/lib/auth/first-run';
import { readWorkspaceName } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { to } = await searchParams;
  const host = (await headers()).get('host');
  if (await isFirstRun())
    return (
      <SignInFrame title="Make the first admin" host={host}>
        <FirstAdminForm />
      </SignInFrame>
    );
  return (
    <SignInFrame title={`Sign in to ${await readWorkspaceName()}`} host={host}>
      <SignInForm to={typeof to === 'string' ? to : null} demo={await listDemoAccounts()} />
    </SignInFrame>
  );
}
