'use client';

import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import { Segments } from '@/components/ui/segments';
import { Skeleton } from '@/components/ui/skeleton';
import type { PlaybookFinding } from '@/lib/governance/playbook-finding.schema';
import type { PlaybookAround } from '@/lib/governance/playbook-view.schema';
import { type Place, startName } from './edit-playbook';
import { FindingsList } from './findings-list';
import { KindMenu } from './kind-menu';
import { makeFaces } from './make-faces';
import { usePlaybookRuns } from './queries';
import { StepPanel } from './step-panel';
import { StepsList } from './steps-list';
import { StuckList } from './stuck-list';
import { TextView, type Unread } from './text-view';
import type { Builder } from './use-builder';
import type { PlaybookDraft } from './use-playbook-draft';
import type { Lit } from './use-simulation';

// The canvas is large and needs a browser: only who opens a playbook pays for it.
const PlaybookCanvas = dynamic(() => import('./playbook-canvas'), {
  ssr: false,
  loading: () => <Skeleton className="m-7 h-16 w-[212px]" />,
});

export type Shown = 'canvas' | 'steps' | 'text';

type Props = {
  playbookKey: string;
  /** The version whose runs are counted. */
  live: number | null;
  draft: PlaybookDraft;
  builder: Builder;
  around: PlaybookAround | undefined;
  findings: PlaybookFinding[];
  lit: Lit;
  edits: boolean;
  shown: Shown;
  /** What is typed as text and not in the playbook yet. */
  unread: Unread | null;
  /** A step to bring into view; another object is another wish. */
  seek: { name: string } | null;
  hidden: boolean;
  onShow: (shown: Shown) => void;
  onUnread: (unread: Unread | null) => void;
  onGo: (name: string) => void;
};

/** The playbook itself: as a canvas, as a list, or as a text, and the form of the step that is open. */
export function PlaybookPane(props: Props) {
  const {
    playbookKey,
    live,
    draft,
    builder,
    around,
    findings,
    lit,
    edits,
    shown,
    unread,
    seek,
    hidden,
    onShow,
    onUnread,
    onGo,
  } = props;
  const { definition } = draft.content;
  const [looks, setLooks] = useState(false);
  const [adding, setAdding] = useState<{ from: { node: string; by: string } | null; at: Place; client: Place } | null>(
    null,
  );
  const runs = usePlaybookRuns(playbookKey, looks);
  const fared = looks ? (runs.data?.versions.find(({ version }) => version === live) ?? emptyRuns) : null;
  const { faces, ways } = useMemo(() => {
    const intentName = (key: string) =>
      around?.intents.find((one) => one.key === key)?.name ?? key.replaceAll('_', ' ');
    return makeFaces(definition, { lit, findings, fared, open: builder.open, edits, intentName });
  }, [definition, lit, findings, fared, builder.open, edits, around]);
  return (
    <section
      aria-label="Playbook"
      className={join('relative flex min-h-0 min-w-0 flex-1 flex-col', hidden && 'max-desk:hidden')}
    >
      {shown === 'text' ? (
        <TextView
          playbookKey={playbookKey}
          content={draft.content}
          edits={edits}
          onWrite={(content) => draft.write(() => content, 'text')}
          onUnread={onUnread}
        />
      ) : (
        <>
          <div className={join('flex min-h-0 flex-1 max-pane:hidden', shown === 'steps' && 'hidden')}>
            <PlaybookCanvas
              faces={faces}
              ways={ways}
              places={builder.places}
              chosen={builder.chosen}
              onChoose={builder.setChosen}
              onOpen={builder.show}
              onMove={builder.move}
              onConnect={builder.connect}
              onDrop={(from, at, client) => setAdding({ from, at, client })}
              onRemove={() => builder.remove()}
              onCutWay={builder.cut}
              onCopy={builder.copy}
              onPaste={builder.paste}
              onArrange={builder.arrange}
              undo={draft.undo}
              redo={draft.redo}
              edits={edits}
              seek={seek}
            />
          </div>
          <div
            className={join(
              'min-h-0 flex-1 overflow-y-auto pt-12 max-pane:block max-pane:pt-0',
              shown !== 'steps' && 'hidden',
            )}
          >
            <StepsList
              definition={definition}
              findings={findings}
              chosen={builder.open}
              onOpen={builder.show}
              lit={lit.nodes}
            />
            {edits && (
              <Button
                className="m-4"
                onClick={(event) => {
                  const box = event.currentTarget.getBoundingClientRect();
                  setAdding({ from: null, at: { x: 0, y: 0 }, client: { x: box.left, y: box.top } });
                }}
              >
                Add a step
              </Button>
            )}
          </div>
        </>
      )}
      <div className="absolute top-3 left-4 z-10 flex items-center gap-2 max-pane:hidden">
        <Segments
          label="Shown as"
          chosen={shown}
          options={[
            ['canvas', 'Canvas'],
            ['steps', 'List'],
            ['text', 'Text'],
          ]}
          onChoose={onShow}
        />
        {!unread && (
          <span className="rounded-corner bg-raised shadow-float">
            <FindingsList definition={definition} findings={findings} onGo={onGo} />
          </span>
        )}
        <Button
          aria-pressed={looks}
          look={looks ? 'soft' : 'outlined'}
          onClick={() => setLooks(!looks)}
          className={join(shown === 'text' && 'hidden')}
        >
          Last 30 days
        </Button>
      </div>
      {builder.open && shown !== 'text' && (
        <StepPanel
          key={builder.open}
          name={builder.open}
          definition={definition}
          around={around}
          findings={findings}
          edits={edits}
          onWrite={builder.write}
          onRemove={() => builder.remove([builder.open!])}
          onClose={() => builder.show(null)}
        >
          {looks && builder.open !== startName && (
            <StuckList
              playbookKey={playbookKey}
              node={builder.open}
              sum={fared?.nodes.find(({ node }) => node === builder.open)}
            />
          )}
        </StepPanel>
      )}
      {adding && (
        <KindMenu
          at={adding.client}
          onClose={() => setAdding(null)}
          onPick={(kind) => {
            builder.add(kind, adding.from, adding.from ? adding.at : undefined);
            setAdding(null);
          }}
        />
      )}
    </section>
  );
}

const emptyRuns = { version: 0, runs: 0, nodes: [] };
