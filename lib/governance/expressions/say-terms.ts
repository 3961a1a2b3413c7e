import type { ASTNode } from '@marcbachmann/cel-js';
import { pathOf } from './walk-tree';

/** What the scope's own names are called. Everything else is said from its name. */
const named: Record<string, string> = {
  now: 'now',
  'action.tool': 'the action',
  'customer.id': 'the customer',
  'customer.tier': 'the customer’s tier',
  'conversation.approvedBy': 'who approved it',
  'conversation.approvals': 'those who approved it',
  'ledger.today': 'how often this was done today',
  'ledger.todayCents': 'what this came to today',
  'ledger.customerDayCents': 'what everything for the customer came to today',
  'ledger.assistantHourCents': 'what the assistant gave in the last hour',
};

/** What the scope's own flags say, and their contrary. */
const flags: Record<string, [is: string, isNot: string]> = {
  'conversation.verified': ['the customer is verified', 'the customer is not verified'],
  'conversation.confirmed': ['the customer said yes', 'the customer has not said yes'],
  'conversation.trusted': ['nothing tries to steer the assistant', 'the message tries to steer the assistant'],
};

const adjectives = new Set('known open active valid lost sent paid new late full empty free due'.split(' '));
const isState = (word: string) => /(ed|able|ible)$/.test(word) || adjectives.has(word);

/** `payment_method_id` is “payment method”, `amountCents` “amount”, `item_ids` “items”. */
export function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .trim()
    .toLowerCase();
  const bare = words.replace(/ (id|cents)$/, '').replace(/ ids$/, 's');
  return bare || words || name || '“”';
}

const isCents = (name: string) => /(^cents|Cents|_cents)$/.test(name);

/** Whether a term is money in cents, as far as its name tells. */
export function isMoneyName(node: ASTNode): boolean {
  const name = pathOf(node)?.at(-1) ?? (node.op === '.' ? node.args[1] : '');
  return isCents(name);
}

/** What a field is called, and what it is of: `of` is empty for a value of its own. */
export function sayField(name: string, of: string): string {
  const words = wordsOf(name);
  const whose = of === '' ? '' : ` of ${of}`;
  if (isCents(name) && /ed$/.test(words)) return `what was ${words}${whose}`;
  if (isCents(name) && /(able|ible)$/.test(words)) return `what is still ${words}${whose}`;
  // “The order of the order” is its id.
  if (/_?[iI]d$/.test(name) && of === `the ${words}`) return `the id${whose}`;
  const when = / at$/.exec(words);
  if (when) return of === '' ? `the time “${words}”` : `when ${of} was ${words.slice(0, when.index)}`;
  return `the ${words}${whose}`;
}

/** A way through names as a noun: `facts.shop.order.status` is “the status of the order”. */
export function sayPath(path: string[]): string {
  const whole = named[path.join('.')];
  if (whole) return whole;
  const own = path.slice(startOf(path));
  const last = own.at(-1) ?? path.at(-1)!;
  // One step up says whose it is; above that are the wrappings of an answer.
  return sayField(last, own.length > 1 ? `the ${wordsOf(own.at(-2)!)}` : '');
}

/** Past the names that only say where something comes from. */
function startOf([root, second]: string[]): number {
  if (root === 'action' && second === 'args') return 2;
  return root === 'facts' || root === 'action' ? 1 : 0;
}

/** A term that is true or false, as a clause. */
export function sayFlag(path: string[], not: boolean): string {
  const own = flags[path.join('.')];
  if (own) return own[not ? 1 : 0];
  const words = wordsOf(path.at(-1)!);
  const above = path.slice(startOf(path));
  const whose = above.length > 1 ? `the ${wordsOf(above.at(-2)!)}` : path[0] === 'customer' ? 'the customer' : '';
  if (whose === '') return `${sayPath(path)} is ${not ? 'not ' : ''}so`;
  if (isState(words)) return `${whose} is ${not ? 'not ' : ''}${words}`;
  return `${whose} has ${not ? 'no ' : ''}${words}`;
}

/** A noun with what it is; what is many “are”. */
export function sayThat(noun: string, verb: string): string {
  const head = noun.split(/ of | at /)[0]!;
  const many = /^the .*[^suc]s$/.test(head) && !/(address|status)$/.test(head);
  return `${noun} ${many ? verb.replace(/^is\b/, 'are') : verb}`;
}

/** Whether there is something at all. */
export function sayPresence(path: string[], not: boolean): string {
  const words = wordsOf(path.at(-1)!);
  if (path[0] === 'action') return `the ${words} is ${not ? 'not ' : ''}given`;
  return not ? `there is no ${words}` : `there is ${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}
