import { findOrder, type SeedPlaybook } from './orders';

export const returns: SeedPlaybook[] = [
  {
    key: 'refund',
    definition: {
      trigger: { intents: ['refund'] },
      name: 'Refund',
      team: 'returns',
      wants: 'Their money back for an order',
      start: 'known',
      nodes: {
        ...findOrder(
          'o.status in ["delivered", "returned"] && o.refundableCents > 0',
          'For which order shall the money go back?',
        ),
        state: {
          kind: 'decide',
          branches: [
            { when: 'shop.order.status == "processing"', next: 'cancel_instead' },
            { when: 'shop.order.status == "shipped"', next: 'not_there_yet' },
            { when: 'shop.order.refundableCents <= 0', next: 'already' },
          ],
          otherwise: 'confirm',
        },
        cancel_instead: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} has not left us yet, so it can simply be cancelled and {{ money(shop.order.refundableCents) }} goes back to your card. Write “cancel order {{ shop.order.number }}” and I do it.',
          articles: ['cancel-an-order'],
        },
        not_there_yet: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} is still on its way and should arrive on {{ weekday(shop.order.shipment.eta) }}. Once it is with you, you have 30 days to get your money back.',
          articles: ['refunds'],
        },
        already: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} has been refunded in full already: {{ money(shop.order.refundedCents) }} to your {{ shop.order.payment.brand }} ending in {{ shop.order.payment.last4 }}. Your bank needs 3–5 business days.',
          articles: ['refunds'],
        },
        confirm: {
          kind: 'confirm',
          ask: 'Shall I refund {{ money(shop.order.refundableCents) }} for order {{ shop.order.number }} ({{ joined(shop.order.lines.map(l, l.name)) }}) to your {{ shop.order.payment.brand }} ending in {{ shop.order.payment.last4 }}?',
          next: 'refund',
          declined: 'left',
        },
        left: { kind: 'reply', text: 'Then I leave order {{ shop.order.number }} as it is.' },
        refund: {
          kind: 'act',
          tool: 'refunds.create',
          args: {
            order: 'slots.order',
            amountCents: 'shop.order.refundableCents',
            reason: '"asked for by the customer"',
          },
          as: 'refunded',
          says: 'Refund of {{ money(shop.order.refundableCents) }} for {{ slots.order }}',
          told: 'Good news: your refund of {{ money(shop.order.refundableCents) }} for order {{ slots.order }} is on its way to your {{ shop.order.payment.brand }} ending in {{ shop.order.payment.last4 }}. Your bank needs 3–5 business days.',
          next: 'done',
        },
        done: {
          kind: 'reply',
          text: 'Done: {{ money(refunded.refund.amountCents) }} for order {{ slots.order }} is on its way to your {{ shop.order.payment.brand }} ending in {{ shop.order.payment.last4 }}. Your bank needs 3–5 business days.',
          articles: ['refunds'],
        },
      },
    },
  },
  {
    key: 'return-exchange',
    definition: {
      trigger: { intents: ['return_exchange'] },
      name: 'Return or exchange',
      team: 'returns',
      wants: 'To send something back or swap it',
      start: 'known',
      nodes: {
        ...findOrder('o.status == "delivered"', 'Which order is it about?'),
        state: {
          kind: 'decide',
          branches: [
            { when: 'shop.order.status == "shipped"', next: 'not_there_yet' },
            { when: 'shop.order.status != "delivered"', next: 'not_possible' },
            { when: 'daysBetween(shop.order.deliveredAt, now) > 30', next: 'too_late' },
          ],
          otherwise: 'confirm',
        },
        not_there_yet: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} is still on its way and should arrive on {{ weekday(shop.order.shipment.eta) }}. From that day on you have 30 days to send it back.',
          articles: ['returns-and-exchanges'],
        },
        not_possible: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} is {{ shop.order.status }}, so there is nothing to send back.',
          articles: ['returns-and-exchanges'],
        },
        too_late: {
          kind: 'reply',
          text: 'Order {{ shop.order.number }} was delivered on {{ day(shop.order.deliveredAt) }}, and returns are possible within 30 days. If something is broken, the warranty may cover it; tell me and a colleague looks at it.',
          articles: ['returns-and-exchanges', 'warranty'],
        },
        confirm: {
          kind: 'confirm',
          ask: 'I can make a return label for order {{ shop.order.number }} ({{ joined(shop.order.lines.map(l, l.name)) }}). Shall I?',
          next: 'return',
          declined: 'left',
        },
        left: {
          kind: 'reply',
          text: 'Then nothing changes. You have until {{ string(30 - daysBetween(shop.order.deliveredAt, now)) }} more days to send it back.',
        },
        return: {
          kind: 'act',
          tool: 'returns.create',
          args: { order: 'slots.order', kind: '"return"', reason: '"asked for by the customer"' },
          as: 'label',
          says: 'Return label for {{ slots.order }}',
          told: 'Your return label for order {{ slots.order }} is ready.',
          next: 'done',
          failed: { already_done: 'has_label' },
        },
        has_label: { kind: 'handoff', stopped: 'There is a return for order {{ slots.order }} already.', missing: [] },
        done: {
          kind: 'reply',
          text: 'Your return number for order {{ slots.order }} is {{ label.return.rma }}. Print the label at {{ label.return.labelUrl }} and drop the parcel at any pick-up point. If you would like another size instead of your money, put a note with the size into the parcel.',
          articles: ['returns-and-exchanges'],
        },
      },
    },
  },
];
