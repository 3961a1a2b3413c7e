import type { HandoffNeed, Part, Source } from '../plan.schema';

export type WarmHandoff = {
  reason: HandoffNeed['reason'];
  wants: string;
  tried: { what: string; ok: boolean }[];
  known: string[];
  missing: string[];
  stopped: string;
  nextStep: { text: string; draft: number | null };
  drafts: { label: string; text: string; sources: Source[] }[];
  sources: Source[];
};

export type HandoffInput = {
  parts: Part[];
  need: HandoffNeed;
  /** The customer's words, for when nothing was understood. */
  asked: string;
  customer: { name: string; firstName: string | null; verified: boolean; tier: string | null };
  /** What the assistant would have said, held back for its low confidence. */
  heldBack: string | null;
  facts: string[];
  /** In words of a model, where there are any: beside what the customer said, never in its place. */
  summary?: Summary | null;
};
export type Summary = { wants: string; next: string };

const gistLength = 160;

/** A handoff from recorded facts alone: complete without a model. */
export function writeHandoff({ parts, need, asked, customer, heldBack, facts, summary }: HandoffInput): WarmHandoff {
  const stopped = parts.find((part) => part.handoff) ?? parts[0];
  const quoted = asked.replace(/\s+/g, ' ').trim();
  // A placeholder cut in two could not be read again.
  const short =
    quoted.length > gistLength
      ? `${quoted
          .slice(0, gistLength - 1)
          .replace(/\[[A-Z_]*\d*$/, '')
          .trimEnd()}…`
      : quoted;
  const understood = stopped && stopped.wants !== '' && need.reason !== 'not_understood' && need.reason !== 'no_answer';
  // A file may come without a word.
  const said = short === '' ? '' : `“${short}”`;
  const wish = understood ? stopped.wants.trim() : '';
  const named = [wish, said].filter(Boolean).join(': ') || 'They sent a file, without a word';
  const wants = summary ? `${summary.wants} ${said}`.trim() : named;

  const sources = uniqueSources(parts.flatMap((part) => part.sources));
  const drafts = draftsOf({ need, heldBack, customer, sources, understood: understood ? stopped.wants : null });
  return {
    reason: need.reason,
    wants,
    tried: parts.flatMap((part) => part.tried),
    known: [
      customer.verified
        ? `${customer.name} is verified${customer.tier ? `, ${customer.tier} member` : ''}`
        : `${customer.name} is not verified`,
      ...facts,
      ...parts.flatMap((part) => part.known),
    ],
    missing: [
      ...new Set([
        ...need.missing,
        ...parts.flatMap((part) => (part === stopped ? [] : (part.handoff?.missing ?? []))),
      ]),
    ],
    stopped: need.stopped,
    nextStep: {
      text: need.suggestion?.text ?? summary?.next ?? defaultStep(need.reason),
      draft: drafts.length > 0 ? 1 : null,
    },
    drafts,
    sources,
  };
}

function draftsOf(input: {
  need: HandoffNeed;
  heldBack: string | null;
  customer: HandoffInput['customer'];
  sources: Source[];
  understood: string | null;
}): WarmHandoff['drafts'] {
  const { need, heldBack, customer, sources } = input;
  const hello = customer.firstName ? `Hi ${customer.firstName}, ` : 'Hi, ';
  const drafts: WarmHandoff['drafts'] = [];
  if (need.suggestion) drafts.push({ label: 'Suggested', text: need.suggestion.draft, sources });
  if (heldBack) drafts.push({ label: 'Assistant’s answer', text: heldBack, sources });
  if (need.missing.length > 0) {
    const list = need.missing.map((one) => one.charAt(0).toLowerCase() + one.slice(1)).join(', ');
    drafts.push({
      label: 'Ask',
      text: `${hello}I’m taking over from our assistant and have read the conversation. One thing I still need: ${list}.`,
      sources: [],
    });
  }
  const about = input.understood ? ` about your request (${lowerFirst(input.understood)})` : '';
  drafts.push({
    label: 'Take over',
    text: `${hello}I’m taking over from our assistant and have read everything you wrote${about}. I’m looking into it now and will write to you here.`,
    sources: [],
  });
  return drafts.slice(0, 3);
}

function defaultStep(reason: HandoffNeed['reason']): string {
  switch (reason) {
    case 'asked_for_person':
      return 'Say that you are there, and ask what they need';
    case 'sensitive_topic':
      return 'Read it in full before you answer; involve a supervisor where it is due';
    case 'not_understood':
    case 'no_answer':
      return 'Answer from what you know; the articles had nothing that carries it';
    case 'low_confidence':
      return 'Check the assistant’s answer and send it, or correct it';
    case 'policy_denied':
      return 'Tell the customer what the rule says, or ask a supervisor for an exception';
    case 'tool_failed':
      return 'Check in the shop whether it happened, then do it there or tell the customer when';
    case 'not_verified':
      return 'Verify who writes, then look into it';
    case 'playbook':
      return 'Look at what was tried and take it from there';
    case 'technical_failure':
      return 'Answer in person; the assistant failed on this one';
    case 'approval_refused':
      return 'Tell the customer what was decided and why';
    case 'handed_over':
      return 'Read why it was passed to you, and take it from there';
    case 'switched_off':
      return 'Answer in person; the assistant is switched off';
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function uniqueSources(sources: Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.articleId, source])).values()];
}
