import { isFirstRun } from '@/lib/auth/first-run';
import { publicRoute } from '@/lib/http/route';

/** Answers when the process can reach its database. */
export const GET = publicRoute({}, async () => ({ ok: true, firstRun: await isFirstRun() }));
