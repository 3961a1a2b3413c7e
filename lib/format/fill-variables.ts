/** What a text of our own may name, and what each stands for, such as `customer.first_name`. */
export const variables = {
  'customer.first_name': 'The customer’s first name',
  'customer.name': 'The customer’s name',
  'agent.first_name': 'Your first name',
  'agent.name': 'Your name',
  'conversation.number': 'The conversation’s number',
  'order.number': 'The order that is talked about',
  'workspace.name': 'The name of the shop',
} as const;
export type VariableName = keyof typeof variables;

export type VariableValues = Record<VariableName, string | null>;
export type Filled = { text: string; unknown: string[]; missing: VariableName[] };

const pattern = /\{\{\s*([a-zA-Z_.]{1,60})\s*\}\}/g;
const isVariable = (name: string): name is VariableName => Object.hasOwn(variables, name);

/**
 * Fills `{{customer.first_name}}` and the like. Names nobody knows, and values nobody has, stay as they stand and are told:
 * a hole in a sentence would be sent unseen.
 */
export function fillVariables(text: string, values: VariableValues): Filled {
  const unknown = new Set<string>();
  const missing = new Set<VariableName>();
  const filled = text.replace(pattern, (whole, name: string) => {
    if (!isVariable(name)) {
      unknown.add(name);
      return whole;
    }
    const value = values[name];
    if (value === null || value === '') {
      missing.add(name);
      return whole;
    }
    return value;
  });
  return { text: filled, unknown: [...unknown], missing: [...missing] };
}

const orderNumber = /\b[A-Z]{2,4}-\d{4,8}\b/g;

/** The order that was named last, where one was. */
export function findOrderNumber(texts: readonly string[]): string | null {
  for (const text of [...texts].reverse()) {
    const last = [...text.matchAll(orderNumber)].at(-1);
    if (last) return last[0];
  }
  return null;
}
