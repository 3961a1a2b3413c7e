import type { z } from 'zod';
import type { playbookSchema } from '../playbook.schema';

type Nodes = z.input<typeof playbookSchema>['nodes'];

/** A tool a template needs, by what it is there for; the admin says which tool of which system that is. */
export type Role = {
  role: string;
  says: string;
  write: boolean;
  /** Arguments the template gives, and fields it reads of what comes back. */
  takes: string[];
  brings: string[];
};

export type Template = {
  key: string;
  name: string;
  /** What it does, for who chooses one. */
  says: string;
  roles: Role[];
  definition: z.input<typeof playbookSchema>;
};

/** Said to whoever the channel cannot vouch for: records stay closed. */
const signIn =
  'I can look into that as soon as you are signed in. Please sign in and write here again, or ask for a person.';

export const findOrder: Role = {
  role: 'find-order',
  says: 'Reads one order of the customer by its number',
  write: false,
  takes: ['order'],
  brings: ['number', 'status', 'totalCents', 'refundableCents', 'arrives'],
};

/** From who writes to the order it is about, which is kept as `order`; then on to the node `next`. */
export const toOrder = (next: string): Nodes => ({
  known: { kind: 'verify', next: 'which', otherwise: 'sign_in' },
  sign_in: { kind: 'reply', text: signIn },
  which: {
    kind: 'collect',
    slot: 'order',
    entity: 'order',
    ask: 'Which order is it about? Please tell me its number.',
    next: 'look',
  },
  look: {
    kind: 'lookup',
    tool: findOrder.role,
    args: { order: 'slots.order' },
    as: 'order',
    says: 'Looked up order {{ slots.order }}',
    next,
    missing: 'which',
  },
});

export const signedIn = (next: string): Nodes => ({
  known: { kind: 'verify', next, otherwise: 'sign_in' },
  sign_in: { kind: 'reply', text: signIn },
});

export const approvalWait = (next: string, refused: string): Nodes[string] => ({
  kind: 'wait',
  until: { kind: 'approval' },
  next,
  timeout: { minutes: 1_440, next: refused },
});
