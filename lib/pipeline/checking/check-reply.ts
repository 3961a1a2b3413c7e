import type { Check, CheckResult, Claim, Part } from '../plan.schema';

export type CheckInput = {
  reply: string;
  parts: Part[];
  /** Values the reply may use beside the parts' own: the customer's name, the workspace's, today. */
  allowed: string[];
  /** The customer's language, and whether the reply is meant to be in English. */
  maxLength?: number;
  /** What others found. */
  also?: Check[];
};

const amount = /(?:[$€£]\s?)(\d[\d,]*(?:\.\d{1,2})?)/g;
const reference = /\b[A-Z]{2,5}-\d{3,8}\b/g;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const placeholder = /\[(?:EMAIL|PHONE|CARD|IBAN|SSN|IP|URL|ADDRESS|NAME)_\d+\]/;

/** Words that say something was done; said only when an action was. */
const done =
  /\b(?:I(?:’|')ve|I have|we(?:’|')ve|we have)\s+(?:now\s+|just\s+|already\s+)?(?:refunded|cancelled|canceled|credited|changed|paused|sent|rescheduled|reset)\b/i;

/**
 * Checks a reply against what it rests on. Every amount, order number and address in it must stand in the evidence;
 * nothing is claimed as done that no action did; nothing private of others and no placeholder goes out.
 */
export function checkReply({ reply, parts, allowed, maxLength = 4_000, also = [] }: CheckInput): CheckResult {
  const evidence = [
    ...parts.flatMap((part) => [
      ...part.evidence,
      ...part.claims.filter((claim) => claim.supported).map((claim) => claim.text),
    ]),
    ...allowed,
  ];
  const figures = new Set(
    evidence.flatMap((text) => [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map((match) => plain(match[0]))),
  );
  const texts = evidence.join('\n').toLowerCase();

  const claims: Claim[] = parts.flatMap((part) => part.claims);
  const ungrounded = [
    ...[...reply.matchAll(amount)].filter((match) => !figures.has(plain(match[1]!))).map((match) => match[0]),
    ...[...reply.matchAll(reference)]
      .filter((match) => !texts.includes(match[0].toLowerCase()))
      .map((match) => match[0]),
    ...claims.filter((claim) => !claim.supported).map((claim) => claim.text),
  ];
  const strange = [...reply.matchAll(email)]
    .map((match) => match[0])
    .filter((found) => !texts.includes(found.toLowerCase()));
  const kept = parts.some((part) => part.acted);

  const checks: Check[] = [
    {
      name: 'grounded',
      ok: ungrounded.length === 0,
      why:
        ungrounded.length === 0
          ? 'Every figure has a source'
          : `Without a source: ${ungrounded.slice(0, 3).join(', ')}`,
    },
    {
      name: 'promises',
      ok: kept || !done.test(reply),
      why:
        kept || !done.test(reply)
          ? 'Nothing is said to be done that was not'
          : 'It says something was done, and nothing was',
    },
    {
      name: 'private',
      ok: strange.length === 0 && !placeholder.test(reply),
      why:
        strange.length === 0 && !placeholder.test(reply)
          ? 'Nothing private leaves'
          : 'It holds an address or a placeholder that does not belong there',
    },
    {
      name: 'form',
      ok: reply.length > 0 && reply.length <= maxLength,
      why:
        reply.length === 0 ? 'It is empty' : reply.length > maxLength ? 'It is too long' : 'Length and form are right',
    },
  ];
  const all = [...checks, ...also];
  const ok = all.every((check) => check.ok);
  return { ok, checks: all, claims, score: ok ? 0.99 : 0.2 };
}

/** "1,180.00" and "1180" are one figure. */
function plain(figure: string): string {
  return String(Number(figure.replaceAll(',', '')));
}
