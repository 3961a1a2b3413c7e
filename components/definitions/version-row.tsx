'use client';

import { join } from '@/components/ui/join';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { DefinitionVersion } from '@/lib/governance/definition.schema';
import { VersionBadge } from './version-badge';

type RowProps = { row: DefinitionVersion; chosen: boolean; onChoose: () => void };

/** A version in the list of them. */
export function VersionRow({ row, chosen, onChoose }: RowProps) {
  const now = useNow(60_000);
  return (
    <li>
      <button
        type="button"
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
        className={join(
          'focus-inside block w-full border-b border-line px-4 py-2.5 text-left',
          chosen ? 'bg-selected shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-hover',
        )}
      >
        <span className="flex items-center gap-2">
          <span className="flex-1 font-strong">Version {row.version}</span>
          <VersionBadge state={row.state} share={row.share} />
        </span>
        <span className="mt-0.5 block truncate text-meta text-ink-3">
          {(row.releasedAt ? row.releasedBy : row.by) ?? row.by ?? 'Set up with the installation'}
          {now > 0 && `, ${formatMoment(row.releasedAt ?? row.updatedAt, now)}`}
        </span>
        {row.note && <span className="mt-0.5 line-clamp-2 text-meta text-pretty text-ink-2">{row.note}</span>}
      </button>
    </li>
  );
}

/** Why a version came, who wrote and who released it, and why it went. */
export function VersionFacts({ row }: { row: DefinitionVersion }) {
  const now = useNow(60_000);
  const at = (iso: string) => (now > 0 ? formatMoment(iso, now) : '');
  const { note, by, state, share, releasedAt, releasedBy, takenBack } = row;
  const to = share === 100 ? 'to all' : `to ${share}%`;
  return (
    <>
      <p className="mt-0.5 text-pretty text-ink-2">{note || 'Without a note'}</p>
      <p className="mt-1 text-meta text-pretty text-ink-3">
        {by ? `Written by ${by}` : 'Set up with the installation'}
        {releasedAt &&
          state !== 'draft' &&
          `, released ${to}${releasedBy && releasedBy !== by ? ` by ${releasedBy}` : ''}, ${at(releasedAt)}`}
      </p>
      {takenBack && (
        <p className="mt-1 text-meta text-pretty text-danger-text">
          Taken back{takenBack.by && ` by ${takenBack.by}`}, {at(takenBack.at)}
          {takenBack.why && `: ${takenBack.why}`}
        </p>
      )}
    </>
  );
}
