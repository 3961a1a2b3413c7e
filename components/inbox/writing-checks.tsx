import { CalendarClock, CreditCard, MessageSquareWarning, ReceiptText, UserRoundX } from 'lucide-react';
import type { Finding, FindingKind } from '@/lib/quality/check-writing.schema';

const signs: Record<FindingKind, typeof CreditCard> = {
  card: CreditCard,
  refund: ReceiptText,
  replacement: ReceiptText,
  date: CalendarClock,
  others_data: UserRoundX,
  disclosure: MessageSquareWarning,
};

/** Amber above the tools: it informs; red where it holds the reply back. */
export function WritingChecks({ findings }: { findings: Finding[] }) {
  return (
    <div role="status" aria-label="Before you send">
      {findings.map(({ kind, says, blocks }) => {
        const Sign = signs[kind];
        return (
          <p
            key={`${kind} ${says}`}
            className={`flex min-h-8 items-center gap-2.5 border-t border-line px-4 py-1 text-meta ${blocks ? 'text-danger-text' : 'text-attention-text'}`}
          >
            <Sign size={14} strokeWidth={1.75} aria-hidden className="flex-none" />
            {says}
          </p>
        );
      })}
    </div>
  );
}
