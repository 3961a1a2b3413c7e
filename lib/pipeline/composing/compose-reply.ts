import type { Part } from '../plan.schema';

export type Composition = {
  /** Name of who runs the desk, for the disclosure. */
  workspace: string;
  firstName: string | null;
  /** The customer has not been told yet that an AI speaks. */
  disclose: boolean;
  language: string;
  parts: Part[];
  /** Said at the end when people take over. */
  acknowledgement: string | null;
};

/**
 * The reply from what the plan found, one paragraph a wish. The disclosure stands first at first contact
 * and cannot be left out (EU AI Act, Art. 50).
 */
export function composeReply({
  workspace,
  firstName,
  disclose,
  language,
  parts,
  acknowledgement,
}: Composition): string {
  const said = parts.map((part) => (part.kind === 'handoff' ? (part.before ?? '') : part.text).trim());
  const opening = disclose ? openingOf(language, workspace, firstName) : '';
  const unique = [...new Set([...said, acknowledgement ?? ''].filter(Boolean))];
  const [first = '', ...rest] = unique;
  return [[opening, first].filter(Boolean).join(' '), ...rest].join('\n\n').trim();
}

/** Said in the customer's language where we have it: a disclosure that is not understood is none. */
const openings: Record<string, (workspace: string, name: string) => string> = {
  en: (workspace, name) => `Hi${name}, I’m ${workspace}’s AI assistant.`,
  es: (workspace, name) => `Hola${name}, soy el asistente de IA de ${workspace}.`,
  fr: (workspace, name) => `Bonjour${name}, je suis l’assistant IA de ${workspace}.`,
  de: (workspace, name) => `Hallo${name}, ich bin der KI-Assistent von ${workspace}.`,
  pt: (workspace, name) => `Olá${name}, sou o assistente de IA da ${workspace}.`,
  it: (workspace, name) => `Buongiorno${name}, sono l’assistente IA di ${workspace}.`,
  nl: (workspace, name) => `Hallo${name}, ik ben de AI-assistent van ${workspace}.`,
  pl: (workspace, name) => `Dzień dobry${name}, jestem asystentem AI firmy ${workspace}.`,
  ja: (workspace) => `${workspace}のAIアシスタントです。`,
  zh: (workspace) => `您好,我是 ${workspace} 的 AI 助手。`,
};

function openingOf(language: string, workspace: string, firstName: string | null): string {
  const open = openings[language.slice(0, 2)] ?? openings.en!;
  return open(workspace, firstName ? ` ${firstName}` : '');
}
