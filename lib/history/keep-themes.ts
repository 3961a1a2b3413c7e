import { setImmediate } from 'node:timers/promises';
import { db } from '../platform/db';
import { newId } from '../platform/ids';
import { assignTheme, findThemes } from './themes/find-themes';
import { readWords } from './themes/read-words';

/** Themes are found in so many tickets, spread evenly; all others go to the theme they are nearest to. */
const mostLearnt = 6_000;
const atOnce = 2_000;
const longestMs = 300_000;

/**
 * Groups the tickets of all imports that fit no intent by the words they share, anew. One at a time; whoever comes second does it
 * again with what came meanwhile. Nothing of a ticket leaves the house for it.
 */
export async function keepThemes(): Promise<number> {
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(778231)`;
      const where = { intent: null, sortedAt: { not: null } };
      const all = await tx.pastTicket.count({ where });
      const every = Math.max(1, Math.ceil(all / mostLearnt));
      const learnt = await tx.$queryRaw<{ gist: string; language: string | null }[]>`
        SELECT gist, language FROM (
          SELECT gist, language, row_number() OVER (ORDER BY id) AS place FROM "PastTicket"
          WHERE intent IS NULL AND "sortedAt" IS NOT NULL) t WHERE place % ${every} = 0`;
      const found = await findThemes(
        learnt.map(({ gist, language }) => readWords(gist, language)),
        setImmediate,
      );
      await tx.pastTheme.deleteMany();
      const themes = found.themes.map((theme) => ({ ...theme, id: newId() }));
      await tx.pastTheme.createMany({ data: themes.map(({ id, name, words }) => ({ id, name, words })) });
      if (themes.length === 0) return 0;
      for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
        const rows = await tx.$queryRaw<{ id: string; gist: string; language: string | null }[]>`
          SELECT id::text, gist, language FROM "PastTicket"
          WHERE intent IS NULL AND "sortedAt" IS NOT NULL AND id > ${after}::uuid ORDER BY id LIMIT ${atOnce}`;
        if (rows.length === 0) break;
        const fitting = rows.flatMap(({ id, gist, language }) => {
          const at = assignTheme(found, readWords(gist, language));
          return at === null ? [] : [{ id, theme: themes[at]!.id }];
        });
        await tx.$executeRaw`
          UPDATE "PastTicket" t SET "themeId" = f.theme FROM jsonb_to_recordset(${JSON.stringify(fitting)}::jsonb) AS f(id uuid, theme uuid)
          WHERE t.id = f.id`;
        after = rows.at(-1)!.id;
        await setImmediate();
      }
      return themes.length;
    },
    { maxWait: 60_000, timeout: longestMs },
  );
}
