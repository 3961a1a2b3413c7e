import type { LucideIcon } from 'lucide-react';
import { AtSign, Mail, MessageCircle, MessageSquareText, Phone, Webhook } from 'lucide-react';
import type { ConversationRow } from '@/lib/conversations/conversation.schema';

type Channel = ConversationRow['channel'];

const signs: Record<Channel, { icon: LucideIcon; name: string }> = {
  web_chat: { icon: MessageCircle, name: 'Web chat' },
  email: { icon: Mail, name: 'Email' },
  sms: { icon: MessageSquareText, name: 'SMS' },
  voice: { icon: Phone, name: 'Phone' },
  social: { icon: AtSign, name: 'Social' },
  api: { icon: Webhook, name: 'API' },
};

export function channelName(channel: Channel): string {
  return signs[channel].name;
}

export function ChannelSign({
  channel,
  size = 16,
  className,
}: {
  channel: Channel;
  size?: number;
  className?: string;
}) {
  const Icon = signs[channel].icon;
  return <Icon size={size} strokeWidth={size < 16 ? 2 : 1.75} aria-hidden className={className} />;
}
