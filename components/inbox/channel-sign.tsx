import type { LucideIcon } from 'lucide-react';
import { AtSign, Mail, MessageCircle, MessageSquareText, Phone, Webhook } from 'lucide-react';
import type { ConversationRow } from '@/lib/conversations/conversation.schema';

type Channel = ConversationRow['channel'];

const signs: Record<Channel, LucideIcon> = {
  web_chat: MessageCircle,
  email: Mail,
  sms: MessageSquareText,
  voice: Phone,
  social: AtSign,
  api: Webhook,
};

export function ChannelSign({
  channel,
  size = 16,
  className,
}: {
  channel: Channel;
  size?: number;
  className?: string;
}) {
  const Icon = signs[channel];
  return <Icon size={size} strokeWidth={size < 16 ? 2 : 1.75} aria-hidden className={className} />;
}
