'use client';

import { FlaskConical, Power } from 'lucide-react';
import { useWaiting } from '@/components/definitions/queries';
import { useMay } from '@/components/shell/me';
import { BatonMark } from '@/components/ui/baton-mark';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import { useAssistant } from './queries';
import { type Standing, standingOf } from './standing';
import { askToSwitch } from './switch-door';

const says: Record<Standing, string> = {
  on: 'Assistant on',
  reading: 'Assistant only reads',
  off: 'Assistant off',
};

/** How the assistant stands, and the switch, at the foot of Automation. */
export function AssistantFoot() {
  const { data } = useAssistant();
  const mayTurn = useMay('desk.administer');
  const now = useNow(60_000);
  if (!data) return <div className="h-10" />;
  const standing = standingOf(data);
  return (
    <>
      <p className="flex h-5 items-center gap-2">
        <BatonMark size={16} />
        <span className={join('min-w-0 truncate font-medium', standing !== 'on' && 'text-danger-text')}>
          {says[standing]}
          {standing !== 'on' && data.at && now > 0 && ` since ${formatMoment(data.at, now)}`}
        </span>
      </p>
      <Trials />
      {mayTurn ? (
        <button
          type="button"
          onClick={() => askToSwitch(standing === 'on' ? 'reading' : 'on')}
          className="-mx-1 mt-1 flex h-6 items-center gap-2 rounded-corner px-1 text-ink-2 hover:bg-hover"
        >
          <Power size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
          {standing === 'on' ? 'Kill switch ready' : 'Switch it on again'}
        </button>
      ) : (
        <p className="mt-1 flex h-6 items-center gap-2 text-ink-3">
          <Power size={14} strokeWidth={1.75} aria-hidden />
          {standing === 'on' ? 'Kill switch ready' : 'An admin can switch it on'}
        </p>
      )}
    </>
  );
}

/** What only a share of the conversations meets: whoever reads figures here has to know. */
function Trials() {
  const trials = useWaiting().data?.changes.filter(({ state }) => state === 'trial') ?? [];
  const [first] = trials;
  if (!first) return null;
  return (
    <Link
      href="/automation/waiting"
      className="-mx-1 mt-1 flex h-6 items-center gap-2 rounded-corner px-1 text-ink-2 hover:bg-hover"
    >
      <FlaskConical size={14} strokeWidth={1.75} aria-hidden className="flex-none text-assistant" />
      <span className="min-w-0 truncate">
        {trials.length === 1 ? `${first.title}, ${first.share}% on v${first.version}` : `${trials.length} on trial`}
      </span>
    </Link>
  );
}
