import type { RuleKey, Severity } from './alert.schema';

/** Something that is so now (`on`), or nearly (`between`): that keeps an alert, and begins none. */
export type Finding = {
  rule: RuleKey;
  subject: string;
  state: 'on' | 'between';
  severity: Severity;
  /** In words of ours, with what it is about and how much. */
  says: string;
  value: number | null;
};

/** An open alert, or one that ended lately. */
export type Standing = {
  id: string;
  rule: string;
  subject: string;
  severity: string;
  says: string;
  calmSince: Date | null;
  endedAt: Date | null;
  toldAt: Date | null;
  heardOpen: boolean;
  acknowledgedAt: Date | null;
  silencedUntil: Date | null;
};

export type Step =
  /** `toldAt`: when the one before it was told, which still counts. */
  | { kind: 'open'; finding: Finding; tell: boolean; toldAt: Date | null }
  /** One that ended is open again: what was told of it still counts. */
  | { kind: 'reopen'; id: string; finding: Finding; tell: boolean }
  | { kind: 'update'; id: string; finding: Finding; tell: boolean }
  | { kind: 'calm'; id: string }
  | { kind: 'end'; id: string; tell: boolean };

export type Looked = {
  /** What could be looked at: an alert of any other rule stays as it is. */
  rules: ReadonlySet<string>;
  findings: readonly Finding[];
};

/** It has to be over for so long before it counts as over. */
export const calmMs = 30_000;
/** One that is back within this time after its end is the same one. */
export const sameAgainMs = 30 * 60_000;

const nameOf = ({ rule, subject }: { rule: string; subject: string }): string => `${rule} ${subject}`;

/**
 * What has to be done that the alerts are what was found: one open alert for each rule and subject. It is told when it begins
 * and, until somebody acknowledges it, again at most every `againMinutes`; its end is told where its beginning was. However
 * it wavers, nobody hears its beginning twice within that time.
 */
export function decideAlerts(
  standing: readonly Standing[],
  { rules, findings }: Looked,
  againMinutes: (rule: string) => number,
  now: Date,
): Step[] {
  const open = new Map(standing.filter(({ endedAt }) => !endedAt).map((one) => [nameOf(one), one]));
  const ended = new Map(standing.filter(({ endedAt }) => endedAt).map((one) => [nameOf(one), one]));
  const found = new Map(findings.map((one) => [nameOf(one), one]));
  const forFound = [...found].flatMap(([name, finding]): Step[] => {
    const [alert, again] = [open.get(name), againMinutes(finding.rule)];
    if (alert) return goOn(alert, finding, again, now);
    return finding.state === 'on' ? [begin(ended.get(name), finding, again, now)] : [];
  });
  const gone = [...open.values()].filter((alert) => !found.has(nameOf(alert)) && rules.has(alert.rule));
  return [...forFound, ...gone.flatMap((alert) => calmDown(alert, now))];
}

function goOn(alert: Standing, finding: Finding, againMinutes: number, now: Date): Step[] {
  const tell = finding.state === 'on' && isDue(alert, againMinutes, now);
  const same = alert.says === finding.says && alert.severity === finding.severity && alert.calmSince === null;
  return tell || !same ? [{ kind: 'update', id: alert.id, finding, tell }] : [];
}

function begin(before: Standing | undefined, finding: Finding, againMinutes: number, now: Date): Step {
  const soon = before?.endedAt && now.getTime() - before.endedAt.getTime() < sameAgainMs;
  if (soon) return { kind: 'reopen', id: before.id, finding, tell: isDue(before, againMinutes, now) };
  // What was acknowledged or silenced is another one by now; when it was told is not.
  const toldAt = before?.toldAt ?? null;
  const tell = isDue({ toldAt, acknowledgedAt: null, silencedUntil: null }, againMinutes, now);
  return { kind: 'open', finding, tell, toldAt };
}

function calmDown(alert: Standing, now: Date): Step[] {
  if (!alert.calmSince) return [{ kind: 'calm', id: alert.id }];
  if (now.getTime() - alert.calmSince.getTime() < calmMs) return [];
  return [{ kind: 'end', id: alert.id, tell: alert.heardOpen && !isSilent(alert, now) }];
}

type Hearing = Pick<Standing, 'toldAt' | 'acknowledgedAt' | 'silencedUntil'>;

const isSilent = ({ silencedUntil }: Hearing, now: Date): boolean => silencedUntil !== null && silencedUntil > now;

function isDue(alert: Hearing, againMinutes: number, now: Date): boolean {
  if (alert.acknowledgedAt || isSilent(alert, now)) return false;
  return alert.toldAt === null || now.getTime() - alert.toldAt.getTime() >= againMinutes * 60_000;
}
