import type { Part } from '../plan.schema';

export type Composition = {
  /** Name of who runs the desk, for the disclosure. */
  workspace: string;
  firstName: string | null;
  /** The customer has not been told yet that an AI speaks. */
  disclose: boolean;
  parts: Part[];
  /** Said at the end when people take over. */
  acknowledgement: string | null;
};

/**
 * The reply from what the plan found, one paragraph a wish. The disclosure stands first at first contact
 * and cannot be left out (EU AI Act, Art. 50).
 */
export function composeReply({ workspace, firstName, disclose, parts, acknowledgement }: Composition): string {
  const said = parts.filter((part) => part.kind !== 'handoff').map((part) => part.text.trim());
  const greeting = firstName ? `Hi ${firstName}, ` : 'Hi, ';
  const opening = disclose ? `${greeting}I’m ${workspace}’s AI assistant.` : '';
  const unique = [...new Set([...said, acknowledgement ?? ''].filter(Boolean))];
  const [first = '', ...rest] = unique;
  return [[opening, first].filter(Boolean).join(' '), ...rest].join('\n\n').trim();
}
