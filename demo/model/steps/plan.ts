import { fitTo } from '../fit-schema';
import { messageOf, parseJson, sectionOf } from '../prompt';
import type { ModelCall, OfferedTool } from '../read-call';
import { isQuestion } from '../words';

/** The next tool call a decent model would make, or none when it has seen enough. */
export function plan(call: ModelCall): { name: string; args: unknown } | undefined {
  const message = messageOf(call);
  const number = orderNumberIn(message) ?? orderNumberIn(sectionOf(call, 'history') ?? '');
  const open = call.tools.filter(({ name }) => !call.made.some((made) => made.name === name));
  const look = open.find((tool) => /order/i.test(tool.name) && !changes.test(tool.name) && theOneString(tool));
  if (number && look) return { name: look.name, args: { [theOneString(look)!]: number } };
  const search = open.find(({ name }) => name === 'search_knowledge');
  if (search && isQuestion(message)) return { name: search.name, args: { [theOneString(search) ?? 'query']: message } };
  const refund = open.find(({ name }) => /refund/i.test(name));
  if (!refund || !number || !/refund|money back|erstatt|geld zurück|rembours|reembols/i.test(message)) return undefined;
  const cents = amountIn(message) ?? amountAmong(call.made.map(({ result }) => parseJson(result ?? '')));
  const args = argumentsFor(refund, { number, cents, reason: message.slice(0, 200) });
  return args === undefined ? undefined : { name: refund.name, args };
}

export const orderNumberIn = (text: string) => /\b[A-Z]{2,4}-\d{3,}\b/.exec(text)?.[0];
const changes = /refund|cancel|change|update|delete|create|place|return|edit/i;

function theOneString({ parameters }: OfferedTool): string | undefined {
  const required = (parameters.required as string[] | undefined) ?? [];
  const strings = Object.entries((parameters.properties ?? {}) as Record<string, { type?: unknown }>)
    .filter(([name, { type }]) => type === 'string' && (required.length === 0 || required.includes(name)))
    .map(([name]) => name);
  return strings.length === 1 && required.length <= 1 ? strings[0] : undefined;
}

/** Nothing where a required amount is not known: a decent model asks before it invents one. */
function argumentsFor(
  { parameters }: OfferedTool,
  { number, cents, reason }: { number: string; cents: number | undefined; reason: string },
): unknown {
  const required = (parameters.required as string[] | undefined) ?? [];
  const types = (parameters.properties ?? {}) as Record<string, { type?: unknown }>;
  const hints: Record<string, unknown> = {};
  for (const name of required) {
    if (/amount|cents|sum/i.test(name)) {
      if (cents === undefined) return undefined;
      hints[name] = /cents/i.test(name) || types[name]?.type === 'integer' ? cents : cents / 100;
    } else hints[name] = /order|number/i.test(name) ? number : reason;
  }
  return fitTo(parameters, hints);
}

function amountIn(text: string): number | undefined {
  const [, before, after] =
    /[$€£]\s?(\d+(?:[.,]\d{2})?)|(\d+(?:[.,]\d{2})?)\s?(?:[$€£]|dollars?|euros?|usd|eur)\b/i.exec(text) ?? [];
  const said = before ?? after;
  return said === undefined ? undefined : Math.round(Number(said.replace(',', '.')) * 100);
}

/** The first amount in the results, what can be refunded before what was paid. */
function amountAmong(results: unknown[]): number | undefined {
  const numbers = results.flatMap((result) => scalarsOf(result)).filter(({ value }) => typeof value === 'number');
  const found = [/refundable/i, /total/i, /amount|cents/i].flatMap(
    (name) => numbers.find(({ path }) => name.test(path)) ?? [],
  );
  return found[0]?.value as number | undefined;
}

/** Every plain value of a record, with the way to it. */
export function scalarsOf(value: unknown, path = ''): { path: string; value: unknown }[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [{ path, value }];
  return Object.entries(value).flatMap(([name, part]) => scalarsOf(part, path ? `${path}.${name}` : name));
}
