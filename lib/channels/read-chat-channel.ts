import { z } from 'zod';
import { unseal } from '../platform/crypto';
import { db } from '../platform/db';

const configSchema = z.object({
  secret: z.string().optional(),
  /** Taken from nobody else when it is set: one secret may sign for several services. */
  issuer: z.string().optional(),
  origins: z.array(z.url()).default([]),
});

export type ChatChannel = {
  id: string;
  key: string;
  /** What the host site signs its customers' tokens with; null when it has none yet. */
  secret: string | null;
  issuer: string | null;
  /** The sites that may show the widget. */
  origins: string[];
  workspace: string;
};

/** The web chat of this public key or id; null when there is none or it is switched off. */
export async function readChatChannel(which: { key: string } | { id: string }): Promise<ChatChannel | null> {
  const [row, setting] = await Promise.all([
    db().channel.findFirst({ where: { ...which, kind: 'web_chat', enabled: true } }),
    db().setting.findUnique({ where: { key: 'workspace' } }),
  ]);
  if (!row) return null;
  const config = configSchema.parse(row.config);
  const workspace = z.object({ name: z.string() }).safeParse(setting?.value);
  return {
    id: row.id,
    key: row.key,
    secret: config.secret ? unseal(config.secret, `channel:${row.key}`) : null,
    issuer: config.issuer ?? null,
    origins: config.origins.map((one) => new URL(one).origin),
    workspace: workspace.success ? workspace.data.name : 'Baton',
  };
}
