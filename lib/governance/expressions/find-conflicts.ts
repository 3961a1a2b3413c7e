import { treeOf } from '../evaluate-expression';
import type { Approver, Rule } from '../policy.schema';
import { allTermsOf, and, type Formula, formulaOf, termsOf, waysOf } from './formula';

export type Conflict = { rule: number; severity: 'error' | 'hint'; says: string };

type Read = { rule: Rule; at: number; holds: Formula; fails: Formula };
const ranks: Record<Approver, number> = { agent: 0, supervisor: 1, admin: 2 };
const strictness = { deny: 0, needs_approval: 1, allow: 2 } as const;
const acts = { deny: 'denies', needs_approval: 'asks', allow: 'allows' } as const;

/**
 * Rules that can never decide, and conditions that can never be true, by reasoning about terms and constants. What cannot
 * be known that way is passed over in silence: whatever is said here is so.
 */
export function findConflicts(rules: Rule[], tools: string[]): Conflict[] {
  const read = rules.flatMap((rule, at): Read[] => {
    try {
      const tree = treeOf(rule.when);
      return [{ rule, at, holds: formulaOf(tree), fails: formulaOf(tree, true) }];
    } catch {
      return []; // it does not parse, which is said elsewhere
    }
  });
  const impossible = new Set<number>();
  const conflicts: Conflict[] = [];
  for (const { rule, at, holds } of read) {
    if (waysOf(holds)?.length !== 0) continue;
    impossible.add(at);
    const off = rule.when.trim() === 'false';
    conflicts.push({
      rule: at,
      severity: off ? 'hint' : 'error',
      says: off ? 'This rule is switched off.' : 'This can never be true: the parts contradict each other.',
    });
  }
  const left = read.filter(({ at }) => !impossible.has(at));
  for (const one of left) {
    const before = left.find((other) => other !== one && comesBefore(other, one) && covers(other, one));
    if (before) conflicts.push({ rule: one.at, ...sayCovered(before, one) });
  }
  return [...conflicts, ...unallowed(rules, left, tools)].sort((a, b) => a.rule - b.rule);
}

/** Whether the first decides where both hold. An ask is passed by an approval, so it never comes before an allow for good. */
function comesBefore({ rule: one, at }: Read, { rule: other, at: below }: Read): boolean {
  if (one.effect !== other.effect) return one.effect === 'deny' && strictness[one.effect] < strictness[other.effect];
  if (one.effect !== 'needs_approval') return at < below;
  const rank = ranks[one.approvers ?? 'supervisor'] - ranks[other.approvers ?? 'supervisor'];
  const people = (one.approvals ?? 1) - (other.approvals ?? 1);
  return rank > 0 || (rank === 0 && (people > 0 || (people === 0 && at < below)));
}

/** Whether the first holds whenever the second does. */
function covers(one: Read, other: Read): boolean {
  const ways = waysOf(other.holds);
  if (ways === null || waysOf(and(other.holds, one.fails))?.length !== 0) return false;
  // What cannot be checked holds, but for an allow: that one must know everything from what the other knows.
  if (one.rule.effect !== 'allow') return true;
  const needed = allTermsOf(one.holds);
  return ways.every((way) => {
    const known = termsOf(way);
    return [...needed].every((term) => known.has(term));
  });
}

function sayCovered({ rule: before }: Read, { rule }: Read): Pick<Conflict, 'severity' | 'says'> {
  const same = before.when.trim() === rule.when.trim();
  if (before.effect !== rule.effect) {
    const how = same ? 'on the same condition' : 'whenever this holds';
    return { severity: 'error', says: `This can never decide: “${before.name}” ${acts[before.effect]} ${how}.` };
  }
  const how = same ? 'says the same' : `${acts[before.effect]} whenever this holds`;
  return { severity: 'hint', says: `This never decides: “${before.name}” ${how}, and comes first.` };
}

/** A tool that nothing can ever allow. */
function unallowed(rules: Rule[], left: Read[], tools: string[]): Conflict[] {
  return tools.flatMap((tool): Conflict[] => {
    const isIt: Formula = { op: 'atom', atom: { term: 'action.tool', kind: 'among', values: [tool], not: false } };
    const may = left.some(({ rule, holds }) => rule.effect === 'allow' && waysOf(and(isIt, holds))?.length !== 0);
    // A rule that does not parse may well be the one that allows.
    const unread =
      rules.length > left.length &&
      rules.some((rule, at) => rule.effect === 'allow' && !left.some((one) => one.at === at) && !isOff(rule));
    if (may || unread) return [];
    const asks = rules.some((rule) => rule.effect === 'needs_approval');
    return [
      {
        rule: -1,
        severity: asks ? 'error' : 'hint',
        says: asks
          ? `No rule allows ${tool}, so it is denied even when it was approved. Add a rule that allows, such as “true” at the end.`
          : `No rule allows ${tool}: it is always denied.`,
      },
    ];
  });
}

const isOff = (rule: Rule) => {
  try {
    return waysOf(formulaOf(treeOf(rule.when)))?.length === 0;
  } catch {
    return false;
  }
};
