import { Zap } from 'lucide-react';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import { edgesOf } from '@/lib/governance/playbook.schema';
import type { PlaybookFinding } from '@/lib/governance/playbook-finding.schema';
import type { PlaybookRuns } from '@/lib/governance/playbook-view.schema';
import { startName, stepsOf, unfinished, waysOf } from './edit-playbook';
import type { WayFace } from './playbook-canvas';
import type { StepFace } from './step-card';
import { stepSigns } from './step-signs';
import { describeTrigger, kindNames, sayWay, titleOf } from './step-words';
import type { Lit } from './use-simulation';

type Around = {
  lit: Lit;
  findings: PlaybookFinding[];
  /** How runs fared at each step, while that is looked at. */
  fared: PlaybookRuns['versions'][number] | null;
  open: string | null;
  edits: boolean;
  intentName: (key: string) => string;
};

const weight = { error: 0, warning: 1, hint: 2 } as const;

/** The cards and lines of the canvas. */
export function makeFaces(definition: PlaybookDefinition, around: Around): { faces: StepFace[]; ways: WayFace[] } {
  const { lit, findings, fared, open, edits } = around;
  const worst = (node: string | null) =>
    findings.filter((one) => one.node === node).toSorted((a, b) => weight[a.severity] - weight[b.severity])[0] ?? null;
  const sums = new Map(fared?.nodes.map((one) => [one.node, one]));
  const most = Math.max(1, ...[...sums.values()].map(({ handedOver, left }) => handedOver + left));
  const steps = stepsOf(definition);
  const started = lit.nodes.size > 0;
  const faces: StepFace[] = [
    {
      name: startName,
      kind: 'Starts with',
      title: describeTrigger(definition, around.intentName),
      sign: Zap,
      ways: [{ by: 'next', word: '' }],
      lit: started,
      badge: null,
      wrong: worst(null),
      fared: null,
      open: open === startName,
      edits,
    },
    ...steps.map(([name, node]): StepFace => {
      const sum = sums.get(name);
      return {
        name,
        kind: kindNames[node.kind],
        title: titleOf(name, node),
        sign: stepSigns[node.kind],
        ways: waysOf(node).map(({ by }) => ({ by, word: sayWay(node, by) })),
        lit: lit.nodes.has(name),
        badge: fared ? null : (badgeFor(node, name, lit) ?? null),
        wrong: fared ? null : worst(name),
        fared: fared && {
          entered: sum?.entered ?? 0,
          waiting: sum?.waiting ?? 0,
          handedOver: sum?.handedOver ?? 0,
          left: sum?.left ?? 0,
          heat: sum ? (sum.handedOver + sum.left) / most : 0,
        },
        open: open === name,
        edits,
      };
    }),
  ];
  const ways = steps.flatMap(([name, node]) =>
    edgesOf(node)
      .filter(({ to }) => to !== unfinished)
      .map(
        ({ by, to }): WayFace => ({ from: name, by, to, word: sayWay(node, by), lit: lit.ways.has(`${name} ${to}`) }),
      ),
  );
  const first: WayFace[] =
    definition.start === unfinished
      ? []
      : [
          {
            from: startName,
            by: 'next',
            to: definition.start,
            word: '',
            lit: started && lit.nodes.has(definition.start),
          },
        ];
  return { faces, ways: [...first, ...ways] };
}

/** A decision says which way it went; others what the simulation brought. */
function badgeFor(node: PlaybookDefinition['nodes'][string], name: string, lit: Lit): string | undefined {
  if (node.kind !== 'decide') return lit.badges.get(name);
  const taken = edgesOf(node).find(({ to }) => lit.ways.has(`${name} ${to}`));
  return taken && sayWay(node, taken.by);
}
