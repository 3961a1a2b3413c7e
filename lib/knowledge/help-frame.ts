import { z } from 'zod';
import { db } from '../platform/db';
import type { HelpFrame } from './help.schema';
import { publicArticles } from './help-public';

const workspaceSchema = z.object({ name: z.string() });

/** What stands around every page of the help centre. */
export async function readHelpFrame(): Promise<HelpFrame> {
  const [setting, spoken, channel] = await Promise.all([
    db().setting.findUnique({ where: { key: 'workspace' } }),
    db().article.groupBy({ by: ['language'], where: publicArticles, orderBy: { language: 'asc' } }),
    db().channel.findFirst({
      where: { kind: 'web_chat', enabled: true },
      orderBy: { id: 'asc' },
      select: { key: true },
    }),
  ]);
  const workspace = workspaceSchema.safeParse(setting?.value);
  return {
    workspace: workspace.success ? workspace.data.name : 'Baton',
    languages: spoken.map(({ language }) => language),
    chatKey: channel?.key ?? null,
  };
}
