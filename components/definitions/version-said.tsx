import type { ReactNode } from 'react';
import { ListFailed } from '@/components/inbox/list-states';
import { type Change, ChangeList } from './change-list';
import { Reading } from './reading';

type Read<V> = { data: V | undefined; error: Error | null; refetch: () => unknown };

type Props<V> = {
  shown: Read<V>;
  /** The version before it; null where it is the first. */
  against: { version: number; read: Read<V> } | null;
  compare: (from: V, to: V) => Change[];
  children: (to: V, from: V | null) => ReactNode;
};

/** A version as it was, below what it changed. */
export function VersionSaid<V>({ shown, against, compare, children }: Props<V>) {
  const failed = [shown, against?.read].find((read) => read?.error);
  if (failed?.error)
    return <ListFailed what="The version" error={failed.error} onRetry={() => void failed.refetch()} />;
  const to = shown.data;
  const from = against ? against.read.data : null;
  if (to === undefined || from === undefined) return <Reading what="version" />;
  return (
    <>
      {against && from !== null && (
        <div className="border-b border-line px-6 py-4 max-pane:px-4">
          <h3 className="font-strong">What changed since version {against.version}</h3>
          <ChangeList changes={compare(from, to)} />
        </div>
      )}
      {children(to, from)}
    </>
  );
}
