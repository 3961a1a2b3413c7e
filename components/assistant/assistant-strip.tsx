'use client';

import { Power, PowerOff } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useOffers } from '@/components/palette/offers';
import { useMay } from '@/components/shell/me';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import { useAssistant } from './queries';
import { standingOf } from './standing';
import { askToSwitch, useAskedSwitch } from './switch-door';

const SwitchDialog = dynamic(() => import('./switch-dialog').then((file) => file.SwitchDialog), { ssr: false });

/** On every page while the assistant may not do everything; and the ways to the switch for who may turn it. */
export function AssistantStrip() {
  const { data } = useAssistant();
  const mayTurn = useMay('desk.administer');
  const asked = useAskedSwitch();
  const now = useNow(60_000);
  const standing = data ? standingOf(data) : 'on';
  const offer = (id: 'on' | 'reading' | 'off', label: string, detail: string) => ({
    id: `assistant ${id}`,
    group: 'Desk' as const,
    label,
    detail,
    icon: id === 'on' ? Power : PowerOff,
    act: () => askToSwitch(id),
  });
  useOffers(
    !mayTurn || !data
      ? []
      : [
          ...(standing === 'on' ? [] : [offer('on', 'Switch the assistant on', 'kill switch')]),
          ...(standing === 'reading' ? [] : [offer('reading', 'Stop the assistant’s writes', 'kill switch')]),
          ...(standing === 'off' ? [] : [offer('off', 'Switch the assistant off', 'kill switch')]),
        ],
  );
  return (
    <>
      {data && standing !== 'on' && (
        <div
          role="status"
          className="flex min-h-9 flex-none items-center gap-2 border-b border-line bg-danger-tint px-4 py-1.5 text-danger-text"
        >
          <PowerOff size={16} strokeWidth={1.75} aria-hidden className="flex-none" />
          <p className="min-w-0 flex-1 text-pretty">
            <span className="font-strong">
              {standing === 'off' ? 'The assistant is switched off.' : 'The assistant writes nothing.'}
            </span>{' '}
            {standing === 'off'
              ? 'Every conversation goes to people.'
              : 'Refunds, changes and resets are done by people.'}
            {data.by && now > 0 && data.at && (
              <span className="max-pane:hidden">
                {' '}
                {data.by} turned it, {formatMoment(data.at, now)}.
              </span>
            )}
          </p>
          {mayTurn && (
            <button
              type="button"
              onClick={() => askToSwitch('on')}
              className="flex-none rounded-corner px-2 py-0.5 font-medium underline underline-offset-2 hover:no-underline max-pane:min-h-11"
            >
              Switch it on
            </button>
          )}
        </div>
      )}
      {asked && data && <SwitchDialog now={standing} proposed={asked} onClose={() => askToSwitch(null)} />}
    </>
  );
}
