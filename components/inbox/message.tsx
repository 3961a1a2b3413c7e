'use client';

import { ArrowRightLeft, FileText, StickyNote } from 'lucide-react';
import { AssistantAvatar, Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Confidence } from '@/components/ui/confidence';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Popover } from '@/components/ui/popover';
import type { MessageView } from '@/lib/conversations/conversation.schema';
import { cutMentions } from '@/lib/format/find-mentions';
import { formatClock, formatMoment } from '@/lib/format/format-time';
import { channelName } from '@/lib/format/name-channel';
import { ChannelSign } from './channel-sign';
import { ClaimedText } from './claimed-text';
import { FileChips } from './file-chips';
import type { Claim } from './mark-claims';
import { SaidText } from './said-text';
import { MessageMenu } from './triage/message-menu';

type Props = {
  message: MessageView;
  head: boolean;
  dated: boolean;
  channel: boolean;
  customer: string;
  meId: string;
  now: number;
  /** On its way: written here, not yet stored. */
  sending?: boolean;
  /** Under review: each claim of the text is underlined as supported or not. */
  claims?: Claim[];
};

export function Message({ message, head, dated, channel, customer, meId, now, sending, claims }: Props) {
  const assistant = message.author === 'assistant';
  const name = speaker(message, customer, meId);
  return (
    <article
      aria-label={`${name}, ${formatMoment(message.at, now)}`}
      className={join('group grid grid-cols-[24px_1fr] gap-x-3', head ? 'mt-4' : 'mt-1', sending && 'opacity-60')}
    >
      {head && (
        <>
          {assistant ? (
            <AssistantAvatar />
          ) : (
            <Avatar name={message.person?.name ?? customer} hue={message.person?.hue} />
          )}
          <header className="flex h-6 items-center gap-2">
            <span className={join('font-strong', assistant && 'text-assistant-text')}>{name}</span>
            {channel && (
              <span className="inline-flex items-center gap-1 text-meta text-ink-3">
                <ChannelSign channel={message.channel} size={12} />
                {channelName(message.channel)}
              </span>
            )}
            <time dateTime={message.at} className="text-meta text-ink-3 tabular-nums">
              {sending ? 'Sending' : dated ? formatMoment(message.at, now) : formatClock(message.at)}
            </time>
            {message.author === 'customer' && !sending && <MessageMenu messageId={message.id} />}
          </header>
        </>
      )}
      <div className="col-start-2 max-w-[680px] min-w-0 text-talk text-pretty [overflow-wrap:anywhere]">
        {assistant && claims ? (
          <ClaimedText text={message.text} claims={claims} />
        ) : assistant ? (
          <SaidText text={message.text} />
        ) : (
          <p className="whitespace-pre-wrap">{message.text}</p>
        )}
        <FileChips files={message.attachments} />
      </div>
      {assistant && <AssistantFoot message={message} />}
    </article>
  );
}

export function speaker(message: MessageView, customer: string, meId: string): string {
  switch (message.author) {
    case 'customer':
      return customer;
    case 'assistant':
      return 'Assistant';
    case 'agent':
      return message.person?.id === meId ? 'You' : (message.person?.name ?? 'Agent');
    case 'system':
      return 'Baton';
  }
}

function AssistantFoot({ message }: { message: MessageView }) {
  const { turn, sources } = message;
  if (!turn && sources.length === 0) return null;
  return (
    <footer className="col-start-2 mt-1 flex min-h-5 max-w-[680px] flex-wrap items-center gap-x-3 gap-y-1 text-meta text-ink-3">
      {turn?.tier === 'escalated' && (
        <Badge tone="assistant" icon={ArrowRightLeft}>
          Handoff
        </Badge>
      )}
      {sources.map((source) => (
        <Link
          key={`${source.slug} ${source.version}`}
          href={`/knowledge/${source.slug}?id=${source.articleId}`}
          title={`${source.title}, version ${source.version}`}
          className="inline-flex h-4 min-w-0 items-center gap-1 border-b border-line-strong text-ink-2 hover:text-ink-1 max-pane:h-6"
        >
          <FileText size={12} strokeWidth={2} aria-hidden className="flex-none text-ink-3" />
          <span className="truncate">{source.title}</span>
        </Link>
      ))}
      <span className="flex-1" />
      {turn?.confidence != null && <Confidence value={turn.confidence} />}
      {turn && (
        <Popover
          title={turn.confidence == null ? 'Why' : `Why ${turn.confidence.toFixed(2)}`}
          trigger={
            <button type="button" className="rounded-corner text-ink-2 hover:text-ink-1 max-pane:min-h-6">
              Why
            </button>
          }
        >
          <p className="mb-3 text-pretty text-ink-2">{turn.why ?? 'This turn left no reason.'}</p>
          <Link href={`/inbox/turns/${turn.id}`} className="font-medium text-accent-text">
            Read the trace
          </Link>
        </Popover>
      )}
    </footer>
  );
}

type NoteProps = { message: MessageView; dated: boolean; meId: string; now: number };

/** On warm paper, so that nobody mistakes it for a reply. */
export function Note({ message, dated, meId, now }: NoteProps) {
  const name = message.person?.id === meId ? 'You' : (message.person?.name ?? 'Note');
  return (
    <article
      aria-label={`Note by ${name}, ${formatMoment(message.at, now)}`}
      className="paper -mx-3 mt-4 grid grid-cols-[24px_1fr] gap-x-3 rounded-corner px-3 py-2"
    >
      {message.author === 'assistant' ? (
        <AssistantAvatar />
      ) : (
        <Avatar name={message.person?.name ?? 'Note'} hue={message.person?.hue} />
      )}
      <header className="flex h-6 items-center gap-2">
        <span className="font-strong">{message.author === 'assistant' ? 'Assistant' : name}</span>
        <span className="inline-flex items-center gap-1 text-meta text-attention-text">
          <StickyNote size={12} strokeWidth={2} aria-hidden />
          Note, only for us
        </span>
        <time dateTime={message.at} className="text-meta text-ink-2 tabular-nums">
          {dated ? formatMoment(message.at, now) : formatClock(message.at)}
        </time>
      </header>
      <p className="col-start-2 max-w-[680px] text-talk text-pretty whitespace-pre-wrap [overflow-wrap:anywhere]">
        {cutMentions(message.text, message.mentions).map(({ text, mention }, at) =>
          mention ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text that never change
            <b key={at} className="font-strong">
              {text}
            </b>
          ) : (
            text
          ),
        )}
      </p>
    </article>
  );
}
