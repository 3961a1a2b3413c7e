import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { askAhead } from '@/components/inbox/ask-ahead';
import { viewKeySchema } from '@/lib/conversations/conversation.schema';

export const metadata: Metadata = { title: 'Inbox' };

type Props = {
  params: Promise<{ view: string; conversationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function InboxConversationPage({ params, searchParams }: Props) {
  const { view, conversationId } = await params;
  if (!viewKeySchema.safeParse(view).success) notFound();
  askAhead(view, conversationId, await searchParams);
  return null;
}
