/**
 * A tool's name as words: "refunds.create" → "Refund", "orders.cancel" → "Cancel order",
 * "accounts.change_email" → "Change email".
 */
export function nameTool(tool: string): string {
  const parts = tool.split(/[:./]/).map((part) => part.replace(/[_-]+/g, ' ').trim());
  const verb = parts.at(-1) ?? '';
  const noun = (parts.at(-2) ?? '').replace(/ies$/, 'y').replace(/s$/, '');
  const words = verb === 'create' && noun ? noun : verb.includes(' ') || !noun ? verb : `${verb} ${noun}`;
  return words === '' ? tool : words.charAt(0).toUpperCase() + words.slice(1);
}
