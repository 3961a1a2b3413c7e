import type { PersonActor } from '../auth/permissions';
import { seal } from '../platform/crypto';
import type { Prisma, Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { Connector } from '../platform/records';
import { arrangeTools } from './arrange-tools';
import { keepSecret } from './keep-secret';
import { lookAtConnector } from './look-at-connectors';
import { secretRecord } from './read-secret';
import type { ConnectorInput } from './registry.schema';
import { subjectChoiceSchema } from './tool.schema';

/**
 * Connects a system, or changes how it is reached; then looks at what it offers. What it offers for the first time waits to
 * be accepted, whatever kind it is. Without a secret the one that is kept stays. Throws `not_found`, `conflict` and `invalid`.
 */
export async function saveConnector(person: PersonActor, { id, ...input }: ConnectorInput): Promise<{ id: string }> {
  const saved = await arrangeTools(person, id ? 'connector.change' : 'connector.connect', async (tx) => {
    const before = id ? await tx.connector.findUnique({ where: { id } }) : null;
    if (id && !before) throw new AppError('not_found', 'There is no such connector.');
    if (before && before.kind !== input.kind)
      throw new AppError('invalid', 'kind: a connector stays what it is. Connect another one.');
    await checkLookup(tx, before?.id, input);
    const { secret: typed, auth, subject, ...data } = input;
    const secret = keepSecret(before, { url: input.url, auth, secret: typed });
    const key = before?.key ?? (await freeKey(tx, input.name));
    const row = {
      ...data,
      auth,
      subject: subject as Prisma.InputJsonValue,
      token: secret === '' ? '' : seal(secret, secretRecord(key)),
      // A sign-in is for one server, as one client.
      ...(before && isElsewhere(before, input) && { oauth: '', lastFailure: null }),
    };
    const kept = before
      ? await tx.connector.update({ where: { id: before.id }, data: row })
      : await tx.connector.create({ data: { id: newId(), key, ...row } });
    const changed = typed === undefined ? 'as before' : secret === '' ? 'none' : 'typed anew';
    return {
      connectorId: kept.id,
      subject: { kind: 'connector', id: kept.id },
      ...(before && { before: tellConnector(before) }),
      after: { ...tellConnector(kept), secret: changed },
    };
  });
  if (input.enabled && input.kind === 'mcp') await lookAtConnector(saved.id);
  return saved;
}

/** As the audit trail may have it. */
export const tellConnector = ({ key, name, kind, url, auth, subject, ...row }: Connector) => ({
  ...{ key, name, kind, url, auth, subject },
  ...{ sandbox: row.sandbox, enabled: row.enabled, timeoutMs: row.timeoutMs },
  ...{ mostAtOnce: row.mostAtOnce, mostPerMinute: row.mostPerMinute },
});

const isElsewhere = (before: Connector, { url, auth }: ConnectorInput): boolean =>
  new URL(before.url).href !== new URL(url).href || JSON.stringify(before.auth) !== JSON.stringify(auth);

/** An account is known by one system: a second one that looks it up could name a customer of the first. */
async function checkLookup(tx: Tx, id: string | undefined, { subject }: ConnectorInput): Promise<void> {
  if (!subject.lookup) return;
  const others = await tx.connector.findMany({ where: { id: { not: id } }, select: { name: true, subject: true } });
  const other = others.find((one) => subjectChoiceSchema.parse(one.subject).lookup);
  if (other) throw new AppError('conflict', `${other.name} looks accounts up already; one system alone may do it.`);
}

/** What stands before the names of its tools: short, and never changed. */
async function freeKey(tx: Tx, name: string): Promise<string> {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const base = /^[a-z]/.test(plain) ? plain : `system-${plain}`.replace(/-$/, '');
  const taken = new Set(
    (await tx.connector.findMany({ where: { key: { startsWith: base } }, select: { key: true } })).map(
      ({ key }) => key,
    ),
  );
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(key)) return key;
  }
}
