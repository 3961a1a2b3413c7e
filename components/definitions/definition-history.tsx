'use client';

import { ChevronRight, History } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { draftFromVersion } from '@/app/(workspace)/automation/definitions/actions';
import { ListFailed } from '@/components/inbox/list-states';
import { paneClass } from '@/components/intents/automation-bar';
import { useMay } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { SelectField } from '@/components/ui/select-field';
import type { DefinitionName, DefinitionVersion } from '@/lib/governance/definition.schema';
import { placeOf, wordsOf } from './kind-words';
import { useDefinitionChange, useVersions } from './queries';
import { Reading } from './reading';
import { goesBack, type Standing, TakeBackDialog } from './take-back-dialog';
import { VersionFacts, VersionRow } from './version-row';

type Props = {
  name: DefinitionName;
  title: string;
  /** Undefined while it is read. */
  standing: Standing | undefined;
  /** What a version said, and how it differs from another one. */
  children: (version: number, against: number | null) => ReactNode;
};

/** Every version there was: who wrote it and who released it, what it changed, and why it went. */
export function DefinitionHistory({ name, title, standing, children }: Props) {
  const versions = useVersions(name);
  const [chosen, setChosen] = useState<number | null>(null);
  const rows = versions.data?.versions ?? [];
  const shown = rows.find(({ version }) => version === chosen) ?? rows[0];
  const place = placeOf[name.kind];
  return (
    <main id="main" className={paneClass()}>
      <header className="flex min-h-(--bar) flex-none items-center gap-2 border-b border-line px-6 max-pane:px-4">
        <Link href={place.list} className="text-ink-3 hover:text-ink-1 max-pane:hidden">
          {place.name}
        </Link>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3 max-pane:hidden" />
        <Link href={place.page(name.key)} className="truncate text-ink-3 hover:text-ink-1">
          {title}
        </Link>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
        <h1 className="text-title font-strong tracking-(--tracking-title)">History</h1>
      </header>
      {versions.isError ? (
        <ListFailed what="The history" error={versions.error} onRetry={() => void versions.refetch()} />
      ) : versions.isPending ? (
        <Reading what="history" />
      ) : !shown ? (
        <EmptyState icon={History} title={`There is no such ${wordsOf[name.kind].noun}`}>
          It may have been discarded before it was ever released.
        </EmptyState>
      ) : (
        <div className="flex min-h-0 flex-1 max-pane:flex-col max-pane:overflow-y-auto">
          <ul
            aria-label="Versions"
            className="w-[300px] flex-none overflow-y-auto border-r border-line bg-canvas max-pane:max-h-56 max-pane:w-full max-pane:border-r-0 max-pane:border-b"
          >
            {rows.map((row) => (
              <VersionRow
                key={row.id}
                row={row}
                chosen={row.version === shown.version}
                onChoose={() => setChosen(row.version)}
              />
            ))}
          </ul>
          <Version key={shown.version} name={name} row={shown} rows={rows} standing={standing}>
            {children}
          </Version>
        </div>
      )}
    </main>
  );
}

type VersionProps = Pick<Props, 'name' | 'standing' | 'children'> & {
  row: DefinitionVersion;
  rows: DefinitionVersion[];
};

function Version({ name, row, rows, standing, children }: VersionProps) {
  const router = useRouter();
  const edits = useMay('intents.edit');
  const [against, setAgainst] = useState(rows.find(({ version }) => version < row.version)?.version ?? null);
  const [asks, setAsks] = useState(false);
  const drafting = useDefinitionChange(draftFromVersion, 'No draft was made');
  const drafted = rows.some(({ state }) => state === 'draft');
  const last = row.state === 'trial' || (row.state === 'live' && !standing?.trial);
  return (
    <section
      aria-label={`Version ${row.version}`}
      className="min-w-0 flex-1 overflow-y-auto pb-10 max-pane:flex-none max-pane:overflow-visible"
    >
      <div className="flex flex-wrap items-end gap-3 border-b border-line px-6 py-4 max-pane:px-4">
        <div className="min-w-60 flex-1">
          <h2 className="text-title font-strong tracking-(--tracking-title)">Version {row.version}</h2>
          <VersionFacts row={row} />
        </div>
        {rows.length > 1 && (
          <SelectField
            label="Compared with"
            value={against ?? ''}
            onChange={(event) => setAgainst(event.target.value === '' ? null : Number(event.target.value))}
            className="w-40"
          >
            <option value="">Nothing</option>
            {rows
              .filter(({ version }) => version !== row.version)
              .map(({ version }) => (
                <option key={version} value={version}>
                  Version {version}
                </option>
              ))}
          </SelectField>
        )}
        {edits && last && standing && goesBack(standing) && (
          <Button size="form" onClick={() => setAsks(true)}>
            Roll back
          </Button>
        )}
        {edits && !drafted && (
          <Button
            size="form"
            busy={drafting.isPending}
            onClick={() =>
              drafting.mutate({ id: row.id }, { onSuccess: () => router.push(placeOf[name.kind].page(name.key)) })
            }
          >
            Make a draft from it
          </Button>
        )}
      </div>
      {children(row.version, against)}
      {asks && standing && (
        <TakeBackDialog to="before" name={name} standing={standing} onClose={() => setAsks(false)} />
      )}
    </section>
  );
}
