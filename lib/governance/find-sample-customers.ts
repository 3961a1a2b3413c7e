import { may, type PersonActor } from '../auth/permissions';
import { findCustomers } from '../conversations/find-customers';
import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { openRegistry } from '../tools/find-tool';
import { readTool } from '../tools/read-tool';
import { nobody } from '../tools/tool.schema';
import { evaluateExpression } from './evaluate-expression';
import type { SampleCustomer } from './playbook-view.schema';

const most = 8;

/**
 * Customers with an account in the system of record, to try something out as: the newest, or by a
 * part of their name, or by the whole address as the system of record has it.
 */
export async function findSampleCustomers(person: PersonActor, typed: string): Promise<SampleCustomer[]> {
  const words = typed.trim();
  const shows = may(person, 'privacy.reveal');
  const found = words === '' ? null : await findCustomers(words, 50, shows);
  const rows = await db().customer.findMany({
    where: {
      mergedIntoId: null,
      identities: { some: { kind: 'account', verifiedAt: { not: null } } },
      ...(found && { id: { in: found } }),
    },
    include: { identities: true },
    orderBy: { createdAt: 'desc' },
    take: most,
  });
  const known = rows.map(({ name, tier, identities }) => {
    const of = (kind: string) => identities.find((one) => one.kind === kind && one.verifiedAt)?.value ?? null;
    return { subject: of('account'), name: name.slice(0, 120), tier, email: shows ? of('email') : null };
  });
  if (known.length > 0 || !shows || !words.includes('@')) return known;
  return byAddress(words);
}

/** Looked up as a turn would, in the system that knows accounts; nobody when it does not answer. */
async function byAddress(email: string): Promise<SampleCustomer[]> {
  const { connectors } = await openRegistry();
  const knows = connectors.find(({ enabled, subject }) => enabled && subject.lookup);
  if (!knows?.subject.lookup) return [];
  const { tool, args, ...values } = knows.subject.lookup;
  try {
    const call = Object.fromEntries(
      Object.entries(args).map(([name, expression]) => [name, evaluateExpression(expression, { email })]),
    );
    const outcome = await readTool({ tool: `${knows.key}:${tool}`, args: call, whose: nobody });
    if (outcome.kind !== 'done') return [];
    const found = outcome.value;
    const textAt = (expression: string | undefined): string | null => {
      const value = expression && evaluateExpression(expression, { found });
      return typeof value === 'string' && value !== '' ? value.slice(0, 120) : null;
    };
    const subject = textAt(values.value);
    return subject ? [{ subject, name: textAt(values.name) ?? email, tier: textAt(values.tier), email }] : [];
  } catch (error) {
    log.info({ connector: knows.key, cause: causeOf(error) }, 'an account could not be looked up');
    return [];
  }
}
