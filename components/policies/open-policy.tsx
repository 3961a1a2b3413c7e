'use client';

import { useState } from 'react';
import { NotSaved } from '@/components/definitions/not-saved';
import type { Releasing } from '@/components/definitions/release-dialog';
import { TakeBackDialog } from '@/components/definitions/take-back-dialog';
import { TrialStrip } from '@/components/definitions/trial-strip';
import { ListFailed } from '@/components/inbox/list-states';
import { useRested } from '@/components/knowledge/use-rested';
import { useMay } from '@/components/shell/me';
import { join } from '@/components/ui/join';
import { PaneTabs } from '@/components/ui/pane-tabs';
import { Segments } from '@/components/ui/segments';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { titleKey } from '@/lib/format/title-key';
import { standingOf } from '@/lib/governance/definition.schema';
import type { PolicyDefinition } from '@/lib/governance/policy.schema';
import type { PolicyFinding, PolicyLook, PolicyView } from '@/lib/governance/policy-view.schema';
import { AdviceCard } from './advice-card';
import { CaseDialog } from './case-dialog';
import { CasesSection } from './cases-section';
import { setRule } from './change-rules';
import { chooseObstacle } from './choose-obstacle';
import { sayChanges } from './compare-policies';
import { FindingSum } from './finding-sum';
import { PolicyHeader } from './policy-header';
import { PolicyParts } from './policy-parts';
import { PolicyRelease } from './policy-release';
import { PolicyRules } from './policy-rules';
import { PolicyText } from './policy-text';
import { usePolicyLook, useReplay } from './queries';
import { type ReplayDays, ReplaySection } from './replay-section';
import { type Content, type PolicyDraft, usePolicyDraft } from './use-policy-draft';

const shapes = [
  ['rules', 'Rules'],
  ['text', 'Text'],
] as const;
const restMs = 350;

/** A policy as it stands or is being written: its rules, its cases, and what it would have decided. */
export function OpenPolicy({ view }: { view: PolicyView }) {
  const { key } = view;
  const edits = useMay('intents.edit');
  const draft = usePolicyDraft(view, edits);
  const { content, change } = draft;
  const { definition } = content;
  const rested = useRested(content, restMs);
  const look = usePolicyLook({ key, ...rested });
  const [shape, setShape] = useState<'rules' | 'text'>('rules');
  const [pane, setPane] = useState<'rules' | 'proof'>('rules');
  const [open, setOpen] = useState<number | null>(null);
  const [problems, setProblems] = useState(0);
  const [opened, setOpened] = useState<{ at: number | null } | null>(null);
  const [releasing, setReleasing] = useState<Releasing | null>(null);
  const [goesBack, setGoesBack] = useState(false);
  const [asked, setAsked] = useState<{ definition: PolicyDefinition; days: ReplayDays }>({ definition, days: 30 });
  const replay = useReplay(key, asked);
  const stale = asked.definition !== definition && JSON.stringify(asked.definition) !== JSON.stringify(definition);
  const again = () => (stale ? setAsked({ ...asked, definition }) : void replay.refetch());

  const inForce = view.live?.definition ?? null;
  const changed =
    inForce === null ||
    sayChanges(inForce, definition).length > 0 ||
    JSON.stringify(view.live?.cases) !== JSON.stringify(content.cases);
  const findings = look.data?.findings ?? [];
  const failing = look.data?.cases.filter(({ passed }) => passed === false) ?? [];
  const settled = rested === content && !look.isFetching;
  const obstacle = chooseObstacle({
    problems,
    saving: draft.state.kind,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    failing: failing.length,
    settled,
  });
  const advised = failing.find(({ advice }) => advice !== null);
  const takeAdvice = () => {
    const advice = advised?.advice;
    if (!advice) return;
    const at = definition.rules.findIndex(({ name }) => name === advice.rule);
    if (at >= 0) change((before) => setRule(before, at, { when: advice.to }));
  };
  useShortcuts([
    ['Mod+KeyZ', (edits && draft.undo) ?? false],
    ['Mod+Shift+KeyZ', (edits && draft.redo) ?? false],
    ['Enter', edits && advised !== undefined && takeAdvice],
  ]);

  const title = definition.title ?? titleKey(key);
  return (
    <main id="main" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <PolicyHeader
        view={view}
        title={title}
        edits={edits}
        draft={draft}
        changed={changed}
        obstacle={obstacle}
        replaying={replay.isFetching}
        onReplay={again}
        onRelease={setReleasing}
      />
      {view.trial && (
        <TrialStrip
          version={view.trial.version}
          share={view.trial.share}
          edits={edits}
          onShare={() => setReleasing({ what: 'trial', share: view.trial!.share })}
          onAll={() => setReleasing({ what: 'trial', share: 100 })}
          onRollBack={() => setGoesBack(true)}
        />
      )}
      <NotSaved
        state={draft.state}
        written={definition}
        onAgain={() => void draft.flush()}
        onTheirs={draft.startOver}
        onMine={draft.keepMine}
      />
      <PaneTabs panes={panesOf(failing.length)} chosen={pane} onChoose={setPane} />
      <div className="flex min-h-0 flex-1">
        <div className={join('min-h-0 min-w-0 flex-1 overflow-y-auto', pane !== 'rules' && 'max-desk:hidden')}>
          <Headline
            definition={definition}
            findings={findings}
            shape={shape}
            onShape={setShape}
            onOpen={(at) => {
              setShape('rules');
              setOpen(at);
            }}
          />
          {shape === 'text' ? (
            <PolicyText
              policyKey={key}
              definition={definition}
              edits={edits}
              onChange={(next) => change((before) => ({ ...before, definition: next }), 'text')}
              onProblems={setProblems}
            />
          ) : (
            <>
              <PolicyRules
                policyKey={key}
                content={content}
                inForce={inForce}
                sentences={look.data?.sentences ?? standingOf(view).sentences}
                findings={findings}
                edits={edits}
                open={open}
                onOpen={setOpen}
                onChange={change}
              />
              {edits && advised?.advice && (
                <AdviceCard number={look.data!.cases.indexOf(advised) + 1} advice={advised.advice} onUse={takeAdvice} />
              )}
              <PolicyParts
                policyKey={key}
                definition={definition}
                findings={findings}
                edits={edits}
                onChange={(make, stroke) =>
                  change((before) => ({ ...before, definition: make(before.definition) }), stroke)
                }
              />
            </>
          )}
        </div>
        <aside
          aria-label="Cases and replay"
          className={join(
            'min-h-0 w-[420px] flex-none overflow-y-auto border-l border-line bg-canvas max-wide:w-[360px] max-desk:w-full max-desk:border-0',
            pane !== 'proof' && 'max-desk:hidden',
          )}
        >
          {look.isError && !look.data ? (
            <div className="border-b border-line">
              <ListFailed what="The cases" error={look.error} onRetry={() => void look.refetch()} />
            </div>
          ) : (
            <CasesSection looks={look.data?.cases} edits={edits} onOpen={(at) => setOpened({ at })} />
          )}
          <ReplaySection
            replay={replay}
            days={asked.days}
            stale={stale}
            onDays={(days) => setAsked({ definition, days })}
            onAgain={again}
          />
        </aside>
      </div>
      {opened && (
        <OpenCase
          view={view}
          content={content}
          at={opened.at}
          look={look.data}
          edits={edits}
          onChange={change}
          onClose={() => setOpened(null)}
        />
      )}
      {releasing && (
        <PolicyRelease
          view={view}
          releasing={releasing}
          draft={draft}
          replay={stale ? null : (replay.data ?? null)}
          onClose={() => setReleasing(null)}
        />
      )}
      {goesBack && (
        <TakeBackDialog to="before" name={{ kind: 'policy', key }} standing={view} onClose={() => setGoesBack(false)} />
      )}
    </main>
  );
}

const panesOf = (failing: number) =>
  [
    ['rules', 'Rules'],
    ['proof', failing > 0 ? `Cases (${failing} fail)` : 'Cases and replay'],
  ] as const;

type HeadlineProps = {
  definition: PolicyDefinition;
  findings: PolicyFinding[];
  shape: 'rules' | 'text';
  onShape: (shape: 'rules' | 'text') => void;
  onOpen: (rule: number) => void;
};

function Headline({ definition, findings, shape, onShape, onOpen }: HeadlineProps) {
  return (
    <div className="border-b border-line px-6 pt-5 pb-4 max-pane:px-4">
      <div className="flex items-start gap-4">
        <p className="min-w-0 flex-1 text-title font-strong tracking-(--tracking-title) text-balance">
          {definition.description ?? 'Who may have it done, and who must ask first.'}
        </p>
        <Segments label="Shown as" options={shapes} chosen={shape} onChoose={onShape} />
      </div>
      <p className="mt-1 text-pretty text-ink-2">
        The strictest rule that holds decides; what none allows is denied. Facts come from the shop alone.
      </p>
      <FindingSum findings={findings} onOpen={onOpen} />
    </div>
  );
}

type OpenCaseProps = {
  view: PolicyView;
  content: Content;
  /** Null is a new one. */
  at: number | null;
  look: PolicyLook | undefined;
  edits: boolean;
  onChange: PolicyDraft['change'];
  onClose: () => void;
};

function OpenCase({ view, content, at, look, edits, onChange, onClose }: OpenCaseProps) {
  const setCases = (make: (cases: Content['cases']) => Content['cases']) => {
    onChange((before) => ({ ...before, cases: make(before.cases) }));
    onClose();
  };
  const remove = at === null ? undefined : () => setCases((cases) => cases.filter((_, index) => index !== at));
  return (
    <CaseDialog
      policyKey={view.key}
      definition={content.definition}
      given={at === null ? null : (content.cases[at] ?? null)}
      why={at === null ? null : (look?.cases[at]?.why ?? null)}
      edits={edits}
      onClose={onClose}
      onSave={(value) =>
        setCases((cases) => (at === null ? [...cases, value] : cases.map((one, index) => (index === at ? value : one))))
      }
      onRemove={edits ? remove : undefined}
    />
  );
}
