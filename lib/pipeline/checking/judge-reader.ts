import type { Check, Part } from '../plan.schema';

export type Verdict = { answers: boolean; tone: boolean; language: boolean; leaks: boolean };

/** Without a second reader only what keeps close to its sources may go out. */
const closeEnough = 0.9;

/** What a second reader's word comes to; null where nobody read it a second time. */
export function judgeReader(verdict: Verdict | null, parts: readonly Part[]): Check[] {
  if (!verdict) {
    const ok = parts.every((part) => part.scores.evidence >= closeEnough);
    const why = ok
      ? 'Nobody read it a second time; it keeps to the words of its sources'
      : 'Nobody could read it a second time';
    return [{ name: 'reader', ok, why }];
  }
  const wrong = [
    ...(verdict.leaks ? ['it tells what is not for the customer'] : []),
    ...(verdict.answers ? [] : ['it does not answer the message']),
    ...(verdict.tone ? [] : ['its tone is wrong']),
    ...(verdict.language ? [] : ['it is in another language']),
  ];
  if (wrong.length > 0) return [{ name: 'reader', ok: false, why: `A second reader says that ${wrong[0]}` }];
  return [{ name: 'reader', ok: true, why: 'A second reader found nothing wrong' }];
}
