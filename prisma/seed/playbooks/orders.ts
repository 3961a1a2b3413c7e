import type { z } from 'zod';
import type { playbookSchema } from '../../../lib/governance/playbook.schema';

export type SeedPlaybook = { key: string; definition: z.input<typeof playbookSchema> };

/** Said to whoever is not signed in: their records stay closed until the channel can vouch for them. */
export const signIn = {
  kind: 'reply' as const,
  title: 'Ask to sign in',
  text: 'I can look into that as soon as you are signed in: please sign in to your Northline account and write here again. If you would rather talk to a person, just say so.',
  articles: ['password-and-account'],
};

type Nodes = SeedPlaybook['definition']['nodes'];

/** The orders to choose from, each with its first item. */
const named = '{{ joined(mine.orders.map(o, o.number + " (" + o.items[0] + ")")) }}';

/**
 * The way to the order a playbook is about, up to its node `state`: the one named, or the only one it can be
 * (`among` is CEL over an order `o`); asked for otherwise.
 */
export const findOrder = (among: string, ask: string): Nodes => ({
  known: { kind: 'verify', title: 'Signed in?', next: 'list', otherwise: 'sign_in' },
  sign_in: signIn,
  list: {
    kind: 'lookup',
    title: 'Their orders',
    tool: 'orders.list',
    args: { limit: '6' },
    as: 'mine',
    says: 'Looked at the orders',
    next: 'any',
  },
  any: {
    kind: 'decide',
    title: 'Any order at all?',
    branches: [{ when: 'size(mine.orders) > 0', next: 'which' }],
    otherwise: 'no_orders',
  },
  no_orders: {
    kind: 'handoff',
    title: 'No order to speak of',
    stopped: 'There is no order in the shop under this account.',
    missing: ['The order number, or the address it was placed with'],
  },
  which: {
    kind: 'collect',
    title: 'Which order',
    slot: 'order',
    entity: 'order',
    assume: `size(mine.orders.filter(o, ${among})) == 1 ? dyn(mine.orders.filter(o, ${among})[0].number) : size(mine.orders) == 1 ? dyn(mine.orders[0].number) : dyn(null)`,
    ask: `${ask} I see ${named}.`,
    next: 'get',
  },
  get: {
    kind: 'lookup',
    title: 'The order itself',
    tool: 'orders.get',
    args: { order: 'slots.order' },
    as: 'shop',
    says: 'Looked up order {{ slots.order }}',
    next: 'state',
    missing: 'no_such',
  },
  no_such: {
    kind: 'handoff',
    title: 'No such order',
    stopped: 'There is no order {{ slots.order }} under this account.',
    missing: ['The right order number'],
  },
});

export const orders: SeedPlaybook[] = [
  {
    key: 'order-status',
    definition: {
      trigger: { intents: ['order_status'] },
      name: 'Order status',
      team: 'orders',
      wants: 'Where their order is',
      start: 'known',
      nodes: {
        ...findOrder('o.status in ["processing", "shipped"]', 'Which order do you mean?'),
        state: {
          kind: 'decide',
          branches: [
            {
              when: 'shop.order.status == "shipped" && has(shop.order.shipment) && has(shop.order.shipment.delayedBy)',
              next: 'delayed',
            },
            { when: 'shop.order.status == "shipped"', next: 'shipped' },
            { when: 'shop.order.status == "processing"', next: 'processing' },
            { when: 'shop.order.status == "delivered"', next: 'delivered' },
            { when: 'shop.order.status == "cancelled"', next: 'cancelled' },
          ],
          otherwise: 'returned',
        },
        delayed: {
          kind: 'reply',
          text: 'Your order {{ shop.order.number }} is with {{ shop.order.shipment.carrier }} and held up by a {{ shop.order.shipment.delayedBy }}. It was promised for {{ weekday(shop.order.shipment.promisedAt) }}; the carrier now says {{ weekday(shop.order.shipment.eta) }}. Tracking number: {{ shop.order.shipment.tracking }}.',
          articles: ['storm-delays'],
        },
        shipped: {
          kind: 'reply',
          text: 'Your order {{ shop.order.number }} is on its way with {{ shop.order.shipment.carrier }} and should arrive on {{ weekday(shop.order.shipment.eta) }}. Tracking number: {{ shop.order.shipment.tracking }}.',
          articles: ['track-your-order'],
        },
        processing: {
          kind: 'reply',
          text: 'Your order {{ shop.order.number }} from {{ day(shop.order.placedAt) }} is being packed and has not left yet. You will get the tracking number by mail as soon as it does.',
          articles: ['track-your-order'],
        },
        delivered: {
          kind: 'reply',
          text: 'Your order {{ shop.order.number }} was delivered on {{ weekday(shop.order.deliveredAt) }}. If it is not with you, tell me and a colleague starts a search with the carrier.',
          articles: ['track-your-order'],
        },
        cancelled: {
          kind: 'reply',
          text: 'Your order {{ shop.order.number }} was cancelled, and {{ money(shop.order.refundedCents) }} went back to your {{ shop.order.payment.brand }} ending in {{ shop.order.payment.last4 }}.',
          articles: ['cancel-an-order'],
        },
        returned: {
          kind: 'reply',
          text: 'Your order {{ shop.order.number }} came back to us. So far {{ money(shop.order.refundedCents) }} of {{ money(shop.order.totalCents) }} has been refunded.',
          articles: ['returns-and-exchanges'],
        },
      },
    },
  },
  {
    key: 'delivery-change',
    definition: {
      trigger: { intents: ['delivery_change'] },
      name: 'Delivery change',
      team: 'orders',
      wants: 'Another delivery day',
      start: 'known',
      nodes: {
        ...findOrder('o.status == "shipped"', 'Which delivery shall be moved?'),
        state: {
          kind: 'decide',
          branches: [
            { when: 'shop.order.status == "shipped"', next: 'date' },
            { when: 'shop.order.status == "processing"', next: 'not_yet' },
          ],
          otherwise: 'too_late',
        },
        not_yet: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} has not left us yet, and a day can be chosen once it is with the carrier. You will get a mail with the tracking number then; write here again and I will move it.',
          articles: ['reschedule-delivery'],
        },
        too_late: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} is {{ shop.order.status }}, so its delivery cannot be moved any more.',
          articles: ['reschedule-delivery'],
        },
        date: {
          kind: 'collect',
          slot: 'date',
          entity: 'date',
          ask: 'On which day shall {{ shop.order.shipment.carrier }} deliver order {{ shop.order.number }}? It is planned for {{ weekday(shop.order.shipment.eta) }}.',
          next: 'confirm',
        },
        confirm: {
          kind: 'confirm',
          ask: 'Shall I move the delivery of {{ shop.order.number }} to {{ weekday(slots.date) }}?',
          next: 'move',
          declined: 'left',
        },
        left: { kind: 'reply', text: 'Then everything stays as it is: {{ weekday(shop.order.shipment.eta) }}.' },
        move: {
          kind: 'act',
          tool: 'deliveries.reschedule',
          args: { order: 'slots.order', date: 'slots.date' },
          as: 'moved',
          says: 'Delivery of {{ slots.order }} moved to {{ weekday(slots.date) }}',
          told: 'Done: {{ shop.order.shipment.carrier }} now brings order {{ slots.order }} on {{ weekday(slots.date) }}.',
          next: 'done',
          failed: { invalid: 'not_possible' },
        },
        not_possible: {
          kind: 'handoff',
          stopped:
            'The carrier does not deliver on {{ weekday(slots.date) }}; it takes days from tomorrow to two weeks ahead.',
          missing: ['A day the carrier can deliver on'],
        },
        done: {
          kind: 'reply',
          text: 'Done: {{ shop.order.shipment.carrier }} now brings order {{ slots.order }} on {{ weekday(slots.date) }}.',
          articles: ['reschedule-delivery'],
        },
      },
    },
  },
  {
    key: 'address-change',
    definition: {
      trigger: { intents: ['address_change'] },
      name: 'Change of address',
      team: 'orders',
      wants: 'An order sent to another address',
      start: 'known',
      nodes: {
        ...findOrder('o.status == "processing"', 'Which order shall go to another address?'),
        state: {
          kind: 'decide',
          branches: [
            { when: 'shop.order.status == "processing"', next: 'address' },
            { when: 'shop.order.status == "shipped"', next: 'on_its_way' },
          ],
          otherwise: 'too_late',
        },
        on_its_way: {
          kind: 'handoff',
          stopped:
            'Order {{ shop.order.number }} is already with {{ shop.order.shipment.carrier }}; the address can only be changed with the carrier.',
          missing: [],
          suggestion: {
            text: 'Ask {{ shop.order.shipment.carrier }} to redirect {{ shop.order.shipment.tracking }}',
            draft:
              'Your parcel {{ shop.order.number }} has already left, so I am asking {{ shop.order.shipment.carrier }} to redirect it. I will write here as soon as they confirm.',
          },
        },
        too_late: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} is {{ shop.order.status }}, so its address cannot be changed any more.',
          articles: ['change-delivery-address'],
        },
        address: {
          kind: 'collect',
          slot: 'address',
          entity: 'address',
          ask: 'What is the new address for {{ shop.order.number }}? Street and number, city, state and ZIP in one line, please.',
          next: 'confirm',
        },
        confirm: {
          kind: 'confirm',
          ask: 'Shall I send order {{ shop.order.number }} to {{ slots.address }} instead of {{ shop.order.address }}?',
          next: 'change',
          declined: 'left',
        },
        left: { kind: 'reply', text: 'Then it goes to {{ shop.order.address }}, as before.' },
        change: {
          kind: 'act',
          tool: 'orders.change_address',
          args: { order: 'slots.order', address: 'slots.address' },
          as: 'changed',
          says: 'Address of {{ slots.order }} changed',
          told: 'Done: order {{ slots.order }} goes to {{ slots.address }}.',
          next: 'done',
        },
        done: {
          kind: 'reply',
          text: 'Done: order {{ slots.order }} goes to {{ slots.address }}.',
          articles: ['change-delivery-address'],
        },
      },
    },
  },
  {
    key: 'cancel-order',
    definition: {
      trigger: { intents: ['cancel_order'] },
      name: 'Cancel an order',
      team: 'orders',
      wants: 'An order cancelled',
      start: 'known',
      nodes: {
        ...findOrder('o.status == "processing"', 'Which order shall be cancelled?'),
        state: {
          kind: 'decide',
          branches: [
            { when: 'shop.order.status == "processing"', next: 'confirm' },
            { when: 'shop.order.status == "cancelled"', next: 'already' },
          ],
          otherwise: 'too_late',
        },
        already: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} is cancelled already, and {{ money(shop.order.refundedCents) }} went back to your {{ shop.order.payment.brand }} ending in {{ shop.order.payment.last4 }}.',
        },
        too_late: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} is already {{ shop.order.status }} and cannot be cancelled any more. You can send it back within 30 days of delivery; just tell me and I make the label.',
          articles: ['cancel-an-order', 'returns-and-exchanges'],
        },
        confirm: {
          kind: 'confirm',
          ask: 'Shall I cancel order {{ shop.order.number }} ({{ joined(shop.order.lines.map(l, l.name)) }})? {{ money(shop.order.refundableCents) }} would go back to your {{ shop.order.payment.brand }} ending in {{ shop.order.payment.last4 }}.',
          next: 'cancel',
          declined: 'left',
        },
        left: { kind: 'reply', text: 'Then order {{ shop.order.number }} stays as it is.' },
        cancel: {
          kind: 'act',
          tool: 'orders.cancel',
          args: { order: 'slots.order', reason: '"asked for by the customer"' },
          as: 'cancelled',
          says: 'Order {{ slots.order }} cancelled',
          told: 'Order {{ slots.order }} is cancelled; {{ money(shop.order.refundableCents) }} goes back to your card within 3–5 business days.',
          next: 'done',
          failed: { wrong_status: 'just_left' },
        },
        just_left: {
          kind: 'handoff',
          stopped: 'Order {{ slots.order }} left the warehouse while it was being cancelled.',
          missing: [],
        },
        done: {
          kind: 'reply',
          text: 'Order {{ slots.order }} is cancelled. {{ money(shop.order.refundableCents) }} goes back to your {{ shop.order.payment.brand }} ending in {{ shop.order.payment.last4 }} within 3–5 business days.',
          articles: ['cancel-an-order'],
        },
      },
    },
  },
];
