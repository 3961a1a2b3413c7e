import { mostCounted } from '@/lib/conversations/conversation.schema';

/** A number of conversations as the server counts them: up to a point. */
export const formatCount = (count: number): string =>
  count < mostCounted ? String(count) : `${mostCounted.toLocaleString('en')}+`;
