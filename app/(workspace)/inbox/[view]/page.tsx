import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { viewKeySchema } from '@/lib/conversations/conversation.schema';

export const metadata: Metadata = { title: 'Inbox' };

export default async function InboxViewPage({ params }: { params: Promise<{ view: string }> }) {
  if (!viewKeySchema.safeParse((await params).view).success) notFound();
  return null;
}
