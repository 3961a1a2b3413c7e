import { caseSchema, type PolicyCase } from '@/lib/governance/case.schema';
import type { Effect } from '@/lib/governance/policy.schema';
import type { ToolName } from '@/lib/governance/policy-view.schema';

/** A case as it stands in the dialog: what is not a text is written as JSON, since a fact may be anything. */
export type CaseForm = {
  name: string;
  tool: string;
  effect: Effect;
  rule: string;
  subject: string;
  tier: string;
  verified: boolean;
  confirmed: boolean;
  trusted: boolean;
  args: Record<string, string>;
  /** The arguments as they were: one that is left alone keeps its type. */
  given: Record<string, unknown>;
  facts: Record<string, string>;
  ledger: string;
  now: string;
  /** What the dialog has no field for stays as it was. */
  kept: Pick<PolicyCase, 'compensates'> & {
    approval: Pick<NonNullable<PolicyCase['conversation']>, 'approvedBy' | 'approvals'>;
  };
};

const pretty = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, null, 1));
const shown = (value: unknown): string => (typeof value === 'string' ? value : pretty(value));

export function openForm(raw: Record<string, unknown>, tool: string, facts: string[]): CaseForm {
  const parsed = caseSchema.safeParse(raw);
  const one: Partial<PolicyCase> = parsed.success ? parsed.data : {};
  const { verified = !parsed.success, confirmed = !parsed.success, trusted = true } = one.conversation ?? {};
  return {
    name: one.name ?? '',
    tool: one.tool ?? tool,
    effect: one.expect?.effect ?? 'allow',
    rule: one.expect?.rule ?? '',
    subject: one.subject ?? '',
    tier: one.customer?.tier ?? '',
    verified,
    confirmed,
    trusted,
    args: Object.fromEntries(Object.entries(one.args ?? {}).map(([key, value]) => [key, shown(value)])),
    given: one.args ?? {},
    facts: Object.fromEntries(
      [...new Set([...facts, ...Object.keys(one.facts ?? {})])].map((name) => [name, pretty(one.facts?.[name])]),
    ),
    ledger: parsed.success && raw.ledger ? pretty(raw.ledger) : '',
    now: one.now ?? '',
    kept: {
      ...(one.compensates && { compensates: one.compensates }),
      approval: {
        ...(one.conversation?.approvedBy && { approvedBy: one.conversation.approvedBy }),
        ...(one.conversation?.approvals && { approvals: one.conversation.approvals }),
      },
    },
  };
}

/** What was typed for an argument of a type: a text as it is, the rest as JSON where it is JSON. */
export function readValue(text: string, type: string): unknown {
  if (type === 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export type ReadForm = { ok: true; value: Record<string, unknown> } | { ok: false; field: string; says: string };

/** The case that a form says, or the first field that says nothing one can use. */
export function readForm(form: CaseForm, args: ToolName['args']): ReadForm {
  const wrong = (field: string, says: string): ReadForm => ({ ok: false, field, says });
  if (form.name.trim() === '') return wrong('name', 'A case needs a name.');
  const facts: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(form.facts)) {
    if (text.trim() === '') continue;
    const value = parseJson(text);
    if (value === undefined) return wrong(`facts.${name}`, 'This is not JSON.');
    facts[name] = value;
  }
  const ledger = form.ledger.trim() === '' ? null : parseJson(form.ledger);
  if (ledger === undefined) return wrong('ledger', 'This is not JSON.');
  const typeOf = (name: string) => args.find((one) => one.name === name)?.type ?? 'value';
  const value = {
    name: form.name.trim(),
    tool: form.tool,
    args: Object.fromEntries(
      Object.entries(form.args)
        .filter(([, text]) => text !== '')
        .map(([name, text]) => [
          name,
          name in form.given && shown(form.given[name]) === text ? form.given[name] : readValue(text, typeOf(name)),
        ]),
    ),
    ...(form.subject.trim() ? { subject: form.subject.trim() } : {}),
    facts,
    ...(form.tier.trim() ? { customer: { tier: form.tier.trim() } } : {}),
    conversation: {
      verified: form.verified,
      confirmed: form.confirmed,
      trusted: form.trusted,
      ...form.kept.approval,
    },
    ...(form.kept.compensates && { compensates: form.kept.compensates }),
    ...(ledger ? { ledger } : {}),
    ...(form.now.trim() ? { now: form.now.trim() } : {}),
    expect: { effect: form.effect, ...(form.rule ? { rule: form.rule } : {}) },
  };
  const parsed = caseSchema.safeParse(value);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    return wrong(String(path[0] ?? ''), `${path.join('.')}: ${message}.`);
  }
  return { ok: true, value };
}

/** Undefined where it is none; JSON knows no undefined. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
