import { approvalWait, findOrder, type Template, toOrder } from './template';

export const orders: Template[] = [
  {
    key: 'order-tracking',
    name: 'Order tracking',
    says: 'Finds the order and says where it is and when it arrives. A lost one goes to people.',
    roles: [findOrder],
    definition: {
      name: 'Order tracking',
      team: 'orders',
      wants: 'Where their order is',
      trigger: { intents: ['order_status'] },
      start: 'known',
      nodes: {
        ...toOrder('state'),
        state: {
          kind: 'decide',
          branches: [
            { when: 'order.status == "shipped"', next: 'on_its_way', label: 'On its way' },
            { when: 'order.status == "delivered"', next: 'delivered', label: 'Delivered' },
          ],
          otherwise: 'not_yet',
        },
        on_its_way: {
          kind: 'reply',
          text: 'Order {{ order.number }} is on its way and should arrive on {{ weekday(order.arrives) }}.',
        },
        not_yet: {
          kind: 'reply',
          text: 'Order {{ order.number }} has not been sent yet. You will hear from us when it is.',
        },
        delivered: {
          kind: 'confirm',
          ask: 'Order {{ order.number }} was delivered. Is it missing?',
          next: 'lost',
          declined: 'found',
        },
        found: { kind: 'reply', text: 'Good to hear.', closes: true },
        lost: {
          kind: 'handoff',
          stopped: 'Order {{ order.number }} counts as delivered, and the customer does not have it.',
          missing: ['Where the parcel was left'],
        },
      },
    },
  },
  {
    key: 'refund',
    name: 'Refund',
    says: 'Asks for a yes to the very sum, refunds under the rules, waits for an approval where they want one.',
    roles: [
      findOrder,
      {
        role: 'refund-order',
        says: 'Gives money back for an order',
        write: true,
        takes: ['order', 'amountCents', 'reason'],
        brings: [],
      },
    ],
    definition: {
      name: 'Refund',
      team: 'returns',
      wants: 'Their money back for an order',
      trigger: { intents: ['refund'] },
      start: 'known',
      nodes: {
        ...toOrder('open'),
        open: {
          kind: 'decide',
          branches: [{ when: 'order.refundableCents > 0', next: 'why', label: 'Something is left' }],
          otherwise: 'nothing',
        },
        nothing: { kind: 'reply', text: 'Order {{ order.number }} has been refunded in full already.' },
        why: {
          kind: 'collect',
          slot: 'reason',
          entity: 'text',
          ask: 'May I ask what was wrong with it?',
          next: 'sure',
        },
        sure: {
          kind: 'confirm',
          ask: 'Shall I refund {{ money(order.refundableCents) }} for order {{ order.number }}?',
          next: 'refund',
          declined: 'left',
        },
        left: { kind: 'reply', text: 'Then order {{ order.number }} stays as it is.' },
        refund: {
          kind: 'act',
          tool: 'refund-order',
          args: { order: 'slots.order', amountCents: 'order.refundableCents', reason: 'slots.reason' },
          as: 'refunded',
          says: 'Refund of {{ money(order.refundableCents) }} for {{ slots.order }}',
          told: 'Your refund of {{ money(order.refundableCents) }} is on its way.',
          next: 'agreed',
        },
        agreed: approvalWait('done', 'refused'),
        done: {
          kind: 'reply',
          text: 'Done: {{ money(order.refundableCents) }} for order {{ order.number }} is on its way to you.',
        },
        refused: {
          kind: 'handoff',
          stopped: 'The refund for {{ order.number }} was not agreed to, or nobody decided within a day.',
          missing: [],
        },
      },
    },
  },
  {
    key: 'cancellation',
    name: 'Cancellation of an order',
    says: 'Cancels what has not been sent, after a yes. What is on its way is explained.',
    roles: [findOrder, { role: 'cancel-order', says: 'Cancels an order', write: true, takes: ['order'], brings: [] }],
    definition: {
      name: 'Cancellation of an order',
      team: 'orders',
      wants: 'Their order cancelled',
      trigger: { intents: ['cancel_order'] },
      start: 'known',
      nodes: {
        ...toOrder('state'),
        state: {
          kind: 'decide',
          branches: [
            { when: 'order.status == "cancelled"', next: 'already', label: 'Cancelled' },
            { when: 'order.status in ["shipped", "delivered"]', next: 'too_late', label: 'Sent' },
          ],
          otherwise: 'sure',
        },
        already: { kind: 'reply', text: 'Order {{ order.number }} was cancelled already.' },
        too_late: {
          kind: 'reply',
          text: 'Order {{ order.number }} has left us and cannot be cancelled any more. You can send it back once it is with you.',
        },
        sure: {
          kind: 'confirm',
          ask: 'Shall I cancel order {{ order.number }} ({{ money(order.totalCents) }})?',
          next: 'cancel',
          declined: 'left',
        },
        left: { kind: 'reply', text: 'Then order {{ order.number }} stays as it is.' },
        cancel: {
          kind: 'act',
          tool: 'cancel-order',
          args: { order: 'slots.order' },
          as: 'cancelled',
          says: 'Cancellation of {{ slots.order }}',
          told: 'Order {{ order.number }} is cancelled.',
          next: 'done',
        },
        done: { kind: 'reply', text: 'Done: order {{ order.number }} is cancelled.' },
      },
    },
  },
  {
    key: 'address-change',
    name: 'Change of address',
    says: 'Sends an order that has not left to another address, after a yes.',
    roles: [
      findOrder,
      {
        role: 'change-address',
        says: 'Changes where an order goes',
        write: true,
        takes: ['order', 'address'],
        brings: [],
      },
    ],
    definition: {
      name: 'Change of address',
      team: 'orders',
      wants: 'Their order sent to another address',
      trigger: { intents: ['change_address'] },
      start: 'known',
      nodes: {
        ...toOrder('state'),
        state: {
          kind: 'decide',
          branches: [
            { when: 'order.status in ["shipped", "delivered", "cancelled"]', next: 'too_late', label: 'Too late' },
          ],
          otherwise: 'where',
        },
        too_late: {
          kind: 'handoff',
          stopped: 'Order {{ order.number }} is {{ order.status }}; its address can only be changed with the carrier.',
          missing: ['The new address'],
        },
        where: {
          kind: 'collect',
          slot: 'address',
          entity: 'address',
          ask: 'To which address shall it go?',
          next: 'sure',
        },
        sure: {
          kind: 'confirm',
          ask: 'Shall order {{ order.number }} go to {{ slots.address }}?',
          next: 'change',
          declined: 'left',
        },
        left: { kind: 'reply', text: 'Then the address stays as it is.' },
        change: {
          kind: 'act',
          tool: 'change-address',
          args: { order: 'slots.order', address: 'slots.address' },
          as: 'changed',
          says: 'Another address for {{ slots.order }}',
          told: 'Order {{ order.number }} goes to the new address.',
          next: 'done',
        },
        done: { kind: 'reply', text: 'Done: order {{ order.number }} goes to {{ slots.address }}.' },
      },
    },
  },
];
