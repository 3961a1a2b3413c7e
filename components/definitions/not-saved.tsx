'use client';

import { Button } from '@/components/ui/button';

/** How what was written is kept. */
export type SaveState =
  | { kind: 'rest' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  /** Not in a form that can be kept yet: what is written is here only, until it is mended. */
  | { kind: 'unready'; says: string }
  | { kind: 'failed'; says: string }
  /** Somebody else was first: what is here is kept until the writer decides. */
  | { kind: 'conflict'; says: string };

type Props = {
  state: SaveState;
  /** What was written, as text: it is put where it can be pasted from, before it goes. */
  written: unknown;
  onAgain: () => void;
  onTheirs: () => Promise<void>;
  onMine: () => Promise<void>;
};

const line = 'flex-none border-b px-6 py-2 max-pane:px-4';

/** Why what was written is not kept, and the ways on. */
export function NotSaved({ state, written, onAgain, onTheirs, onMine }: Props) {
  if (state.kind === 'unready')
    return (
      <div role="status" className={`${line} border-attention-line bg-attention-tint text-attention-text`}>
        Not saved yet. {state.says}
      </div>
    );
  if (state.kind !== 'conflict' && state.kind !== 'failed') return null;
  return (
    <div
      role="alert"
      className={`${line} flex flex-wrap items-center gap-x-3 gap-y-1 border-danger-line bg-danger-tint text-danger-text`}
    >
      <span className="min-w-0 flex-1 text-pretty">{state.says} What you wrote is still here.</span>
      {state.kind === 'failed' ? (
        <Button onClick={onAgain}>Save again</Button>
      ) : (
        <>
          <Button
            onClick={async () => {
              await navigator.clipboard?.writeText(JSON.stringify(written, null, 2)).catch(() => undefined);
              await onTheirs().catch(() => undefined);
            }}
          >
            Copy mine and take theirs
          </Button>
          <Button onClick={() => void onMine().catch(() => undefined)}>Keep mine</Button>
        </>
      )}
    </div>
  );
}
