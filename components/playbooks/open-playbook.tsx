'use client';

import { useMemo, useState } from 'react';
import { toast } from 'sonner';
import { discardDraft } from '@/app/(workspace)/automation/definitions/actions';
import { NotSaved } from '@/components/definitions/not-saved';
import { useDefinitionChange } from '@/components/definitions/queries';
import type { Releasing } from '@/components/definitions/release-dialog';
import { goesBack, TakeBackDialog } from '@/components/definitions/take-back-dialog';
import { TrialStrip } from '@/components/definitions/trial-strip';
import { useRested } from '@/components/knowledge/use-rested';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { join } from '@/components/ui/join';
import { PaneTabs } from '@/components/ui/pane-tabs';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { playbookSchema } from '@/lib/governance/playbook.schema';
import type { PlaybookCase } from '@/lib/governance/playbook-case.schema';
import type { PlaybookView } from '@/lib/governance/playbook-view.schema';
import { caseOfSimulation, caseOfStep } from './begin-case';
import { BuilderHeader } from './builder-header';
import { CasesSection } from './cases-section';
import { comparePlaybooks } from './compare-playbooks';
import { startName } from './edit-playbook';
import { KeepCaseDialog } from './keep-case-dialog';
import { PlaybookPane, type Shown } from './playbook-pane';
import { PlaybookRelease } from './playbook-release';
import { useAround, useFindings } from './queries';
import { SimulatePane } from './simulate-pane';
import type { Unread } from './text-view';
import { ownFindings, useBuilder } from './use-builder';
import { useCases } from './use-cases';
import { usePlaybookDraft } from './use-playbook-draft';
import { lightOf, useSimulation } from './use-simulation';

/** The builder: the graph, what is wrong with it, and beside it what a customer would meet. */
export function OpenPlaybook({ view, edits }: { view: PlaybookView; edits: boolean }) {
  const draft = usePlaybookDraft(view, edits);
  const { definition, cases } = draft.content;
  const builder = useBuilder(draft);
  const around = useAround();
  const desk = useSimulation(view.key, definition);
  const tests = useCases(draft);
  const [shown, setShown] = useState<Shown>('canvas');
  const [unread, setUnread] = useState<Unread | null>(null);
  const [pane, setPane] = useState<Pane>('steps');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [begun, setBegun] = useState<{ begun: PlaybookCase; open: boolean } | null>(null);
  const [releasing, setReleasing] = useState<Releasing | null>(null);
  const [seek, setSeek] = useState<{ name: string } | null>(null);
  const whole = useMemo(() => (playbookSchema.safeParse(definition).success ? definition : null), [definition]);
  const checked = useFindings(view.key, useRested(whole, 500));
  const findings = useMemo(() => {
    const own = ownFindings(definition);
    const told = checked.data?.findings ?? [];
    return [...own, ...told.filter(({ node }) => node === null || node in definition.nodes)].filter(
      ({ node }) => node !== 'unfinished',
    );
  }, [definition, checked.data]);
  const lit = useMemo(() => lightOf(view.key, desk.steps), [view.key, desk.steps]);
  const changes = useMemo(
    () => comparePlaybooks(view.live?.definition ?? null, definition),
    [view.live?.definition, definition],
  );
  const discarding = useDefinitionChange(discardDraft, 'The draft was not discarded', 'The draft is discarded');
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const show = (next: Shown) => {
    if (unread)
      toast.error('What you wrote is not in the playbook yet', {
        description: 'Mend the line that is marked, or take it back.',
      });
    else setShown(next);
  };
  const open = (name: string | null) => {
    if (unread) return show('canvas');
    builder.show(name);
    setSeek(name === null ? null : { name });
    if (shown === 'text') setShown('canvas');
    setPane('steps');
  };
  const testAndRelease = async () => {
    if (!(await draft.flush())) return;
    if (cases.length > 0) {
      const outcome = await tests.run();
      if (!outcome) return;
      if (outcome.failed > 0) {
        toast.error(`${outcome.failed} of ${outcome.cases.length} cases fail`, {
          description: 'What came out otherwise stands beside the canvas.',
        });
        return;
      }
    }
    setReleasing({ what: 'draft', share: view.live ? 10 : 100 });
  };
  const keep = (one: PlaybookCase) => {
    draft.write((now) => ({ ...now, cases: [...now.cases, one] }));
    setBegun(null);
  };
  const keepSimulated = () => {
    const simulated = caseOfSimulation(desk);
    if (simulated) setBegun({ begun: simulated, open: false });
  };
  useShortcuts([
    ['Mod+KeyZ', draft.undo ?? false],
    ['Mod+Shift+KeyZ', draft.redo ?? false],
  ]);
  const { trial, live, draft: drafted } = view;
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <BuilderHeader
        view={view}
        name={definition.name}
        state={draft.state}
        edits={edits}
        changes={changes}
        changed={view.draft !== null || (view.trial === null && changes.length > 0)}
        blocked={unread ? unreadWords[unread] : errors > 0 ? `${errors} wrong` : null}
        busy={tests.busy}
        onGo={(node) => open(node ?? startName)}
        onRelease={() => void testAndRelease()}
        onDiscard={() => setAsked('discard')}
        onRollBack={goesBack(view) ? () => setAsked('before') : null}
        onSwitchOff={live || trial ? () => setAsked('off') : null}
      />
      {trial && (
        <TrialStrip
          version={trial.version}
          share={trial.share}
          edits={edits}
          onShare={() => setReleasing({ what: 'trial', share: trial.share })}
          onAll={() => setReleasing({ what: 'trial', share: 100 })}
          onRollBack={() => setAsked('before')}
        />
      )}
      <NotSaved
        state={draft.state}
        written={definition}
        onAgain={() => void draft.flush()}
        onTheirs={draft.takeTheirs}
        onMine={draft.keepMine}
      />
      <PaneTabs panes={panes} chosen={pane} onChoose={setPane} />
      <div className="flex min-h-0 flex-1">
        <PlaybookPane
          playbookKey={view.key}
          live={view.live?.version ?? null}
          draft={draft}
          builder={builder}
          around={around.data}
          findings={findings}
          lit={lit}
          edits={edits}
          shown={shown}
          seek={seek}
          hidden={pane !== 'steps'}
          unread={unread}
          onShow={show}
          onUnread={setUnread}
          onGo={open}
        />
        <aside
          aria-label="Try it out"
          className={join(
            'flex min-h-0 w-[340px] flex-none flex-col border-l border-line max-wide:w-[316px] max-desk:w-full max-desk:border-0',
            pane !== 'simulate' && 'max-desk:hidden',
          )}
        >
          <SimulatePane
            definition={definition}
            desk={desk}
            runs={whole !== null}
            onKeep={edits ? keepSimulated : null}
            onGo={(node) => node in definition.nodes && open(node)}
          />
          <CasesSection
            definition={definition}
            cases={cases}
            outcome={tests.outcome}
            busy={tests.busy}
            edits={edits}
            onRun={() => void tests.run()}
            onRemove={(at) => draft.write((now) => ({ ...now, cases: now.cases.toSpliced(at, 1) }))}
            onShow={(one) => desk.show(one)}
            onCover={(node) => {
              open(node);
              setBegun({ begun: caseOfStep(definition, node, desk.as), open: true });
            }}
          />
        </aside>
      </div>
      {begun && (
        <KeepCaseDialog {...begun} taken={cases.map(({ name }) => name)} onKeep={keep} onClose={() => setBegun(null)} />
      )}
      {releasing && (
        <PlaybookRelease view={view} releasing={releasing} draft={draft} onClose={() => setReleasing(null)} />
      )}
      {(asked === 'before' || asked === 'off') && (
        <TakeBackDialog
          to={asked}
          name={{ kind: 'playbook', key: view.key }}
          standing={view}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'discard' && drafted && (
        <ConfirmDialog
          title={`Discard draft v${drafted.version}?`}
          verb="Discard"
          busy={discarding.isPending}
          onClose={() => setAsked(null)}
          onConfirm={() =>
            discarding.mutate(
              { id: draft.stored()?.id ?? drafted.id },
              {
                onSettled: () => setAsked(null),
                onSuccess: () => !live && !trial && window.location.assign('/automation/playbooks'),
              },
            )
          }
        >
          What was changed since {live ? `v${live.version}` : 'it was begun'} is gone. Customers notice nothing.
        </ConfirmDialog>
      )}
    </main>
  );
}

const unreadWords: Record<Unread, string> = { reading: 'Reading the text…', wrong: 'The text cannot be read' };

type Pane = 'steps' | 'simulate';
const panes = [
  ['steps', 'Steps'],
  ['simulate', 'Simulate'],
] as const;
type Asked = 'before' | 'off' | 'discard';
