import { FileOutput, Lock, Send } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { formatBytes } from '@/lib/format/format-bytes';
import { formatMicros } from '@/lib/format/format-micros';
import { formatClockSeconds } from '@/lib/format/format-time';
import { type CallView, stepNames } from '@/lib/models/model.schema';
import type { TurnTrace } from '@/lib/pipeline/turn.schema';
import { Row, Rows } from './side-rows';

/** What left this machine for this turn, call by call, as it left: with placeholders. */
export function EgressReceipt({ trace, now }: { trace: TurnTrace; now: number }) {
  const { egress } = trace;
  const sent = trace.modelCalls.filter(({ left }) => left);
  const hosts = [...new Set(sent.map(({ host }) => host))];
  const bytes = sent.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
  const out = sent.reduce((sum, { outputTokens }) => sum + outputTokens, 0);
  return (
    <section aria-label="Egress receipt" className="border-b border-line px-4 pt-4 pb-4">
      <header className="mb-2 flex h-5 items-center gap-2">
        <FileOutput size={16} strokeWidth={1.75} aria-hidden className="text-ink-3" />
        <h2 className="flex-1 font-strong">What left this machine</h2>
        {egress.left ? (
          <Badge icon={Send}>{sent.length === 1 ? '1 call' : `${sent.length} calls`}</Badge>
        ) : (
          <Badge tone="solved" icon={Lock}>
            Nothing
          </Badge>
        )}
      </header>
      <Rows>
        <Row label="Went to">
          {egress.left ? hosts.join(', ') : 'Nobody. Nothing left this machine: the local engine answered.'}
        </Row>
        {egress.left && <Row label="Carried">{formatBytes(bytes)} of text</Row>}
        {egress.replaced.length > 0 && <Row label="Replaced">{egress.replaced.map(toToken)}</Row>}
        {egress.destroyed.length > 0 && <Row label="Destroyed">{egress.destroyed.map(toToken)}</Row>}
        {egress.left && (
          <Row label="Came back">
            {out.toLocaleString('en-US')} tokens, {formatMicros(trace.costMicros)}
          </Row>
        )}
      </Rows>
      {sent.length > 0 && (
        <ul aria-label="Calls that left" className="mt-3">
          {sent.map((call) => (
            <Sent key={call.id} call={call} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Sent({ call, now }: { call: CallView; now: number }) {
  const clock = now > 0 ? formatClockSeconds(call.at) : '';
  return (
    <li className="border-t border-line py-2">
      <p className="flex gap-2 text-meta text-ink-3 tabular-nums">
        <span className="min-w-0 flex-1 truncate">
          <span className="font-medium text-ink-2">{stepNames[call.step]}</span>, {call.host}
        </span>
        <span>{formatBytes(call.sentBytes)}</span>
        <span>{clock}</span>
      </p>
      <details>
        <summary className="rounded-corner-small text-accent-text">
          <span className="[overflow-wrap:anywhere]">Read what {call.model} was sent</span>
        </summary>
        <dl className="mt-2 flex flex-col gap-2">
          {call.sent.map(({ role, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: texts stay in the order they were sent
            <div key={index}>
              <dt className="text-meta font-medium text-ink-3">{role}</dt>
              <dd className="text-meta leading-5 whitespace-pre-wrap [overflow-wrap:anywhere] text-ink-2">{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}

function toToken(token: string) {
  return (
    <code key={token} className="mr-2 font-mono text-meta leading-5 text-assistant-text">
      {token}
    </code>
  );
}
