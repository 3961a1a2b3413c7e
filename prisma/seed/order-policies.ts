import { found, orderFact, own, type PolicySeed } from './policy-rules';

/** Who may have what done with an order: money back, another address, a return. */
export const orderPolicies: PolicySeed[] = [
  {
    key: 'refunds',
    definition: {
      tools: ['refunds.create'],
      facts: orderFact,
      amount: 'action.args.amountCents',
      rules: [
        ...own,
        found,
        {
          name: 'delivered',
          when: '!(facts.shop.order.status in ["delivered", "returned"])',
          effect: 'deny',
          check: 'It was delivered',
          value: 'facts.shop.order.status',
          agent:
            'Order {{ facts.shop.order.number }} is {{ facts.shop.order.status }}; only what was delivered is refunded.',
        },
        {
          name: 'window-30-days',
          when: 'daysBetween(facts.shop.order.deliveredAt, now) > 30',
          effect: 'deny',
          check: 'Within 30 days of delivery',
          value: '"day " + string(daysBetween(facts.shop.order.deliveredAt, now))',
          agent:
            'Delivered {{ string(daysBetween(facts.shop.order.deliveredAt, now)) }} days ago; refunds are possible for 30.',
          customer:
            'Order {{ facts.shop.order.number }} was delivered on {{ day(facts.shop.order.deliveredAt) }}, and refunds are possible within 30 days of delivery, so I cannot refund it. If something about it is broken, the warranty may help; just tell me, or ask for a person.',
        },
        {
          name: 'positive',
          when: '!(action.args.amountCents > 0)',
          effect: 'deny',
          agent: 'The amount is not above zero.',
        },
        {
          name: 'no-more-than-paid',
          when: 'action.args.amountCents > facts.shop.order.refundableCents',
          effect: 'deny',
          check: 'Not more than was paid',
          value: 'money(facts.shop.order.refundableCents)',
          agent: 'More than the {{ money(facts.shop.order.refundableCents) }} that can still be refunded.',
          customer:
            'For order {{ facts.shop.order.number }} I can give back {{ money(facts.shop.order.refundableCents) }} at most, which is what was paid and not refunded yet. Just tell me if I should do that, or ask for a person.',
        },
        {
          name: 'over-500',
          when: 'action.args.amountCents + facts.shop.order.refundedCents > 50000 || action.args.amountCents + ledger.todayCents > 50000',
          effect: 'needs_approval',
          approvers: 'supervisor',
          check: 'Not over $500.00',
          value: 'money(action.args.amountCents)',
          agent: 'A refund over $500.00 needs a supervisor, whoever asks for it.',
          customer:
            'I have asked a colleague to check the refund of {{ money(action.args.amountCents) }} for order {{ facts.shop.order.number }}: refunds over $500 are looked at by a person first. You will hear from us here within the hour.',
        },
        {
          name: 'within-rules',
          when: 'true',
          effect: 'allow',
          agent: 'Within 30 days, not over $500.00, not more than was paid.',
        },
      ],
      shows: [
        { label: 'Order', value: 'facts.shop.order.number + ", " + joined(facts.shop.order.lines.map(l, l.name))' },
        {
          label: 'Paid',
          value: 'money(facts.shop.order.payment.capturedCents) + " on " + day(facts.shop.order.placedAt)',
        },
        { label: 'To', value: 'facts.shop.order.payment.brand + " ending in " + facts.shop.order.payment.last4' },
        { label: 'Delivered', value: 'day(facts.shop.order.deliveredAt)' },
        { label: 'Refunded', value: 'money(facts.shop.order.refundedCents) + " so far on this order"' },
        {
          label: 'Today',
          value:
            'string(ledger.today) + (ledger.today == 1 ? " other refund, " : " other refunds, ") + money(ledger.todayCents)',
        },
      ],
    },
  },
  {
    key: 'order-changes',
    definition: {
      tools: ['orders.cancel', 'orders.change_address'],
      facts: orderFact,
      rules: [
        ...own,
        found,
        {
          name: 'not-sent-yet',
          when: 'facts.shop.order.status != "processing"',
          effect: 'deny',
          check: 'Not sent yet',
          value: 'facts.shop.order.status',
          agent: 'Order {{ facts.shop.order.number }} is {{ facts.shop.order.status }}.',
          customer:
            'Order {{ facts.shop.order.number }} is already {{ facts.shop.order.status }}, so this cannot be changed any more.',
        },
        { name: 'within-rules', when: 'true', effect: 'allow', agent: 'The order has not been sent yet.' },
      ],
      shows: [
        { label: 'Order', value: 'facts.shop.order.number' },
        { label: 'Status', value: 'facts.shop.order.status' },
      ],
    },
  },
  {
    key: 'deliveries',
    definition: {
      tools: ['deliveries.reschedule'],
      facts: orderFact,
      rules: [
        ...own,
        found,
        {
          name: 'on-its-way',
          when: 'facts.shop.order.status != "shipped"',
          effect: 'deny',
          check: 'On its way',
          value: 'facts.shop.order.status',
          agent: 'Order {{ facts.shop.order.number }} is {{ facts.shop.order.status }}.',
        },
        {
          name: 'two-weeks-ahead',
          when: 'daysBetween(now, action.args.date + "T23:59:59Z") < 1 || daysBetween(now, action.args.date + "T00:00:00Z") > 14',
          effect: 'deny',
          check: 'Tomorrow to two weeks ahead',
          agent: 'The carrier delivers from tomorrow to two weeks ahead.',
          customer:
            'The carrier can deliver from tomorrow to two weeks ahead, and {{ weekday(action.args.date) }} is not among these days. Which other day suits you? Write “move delivery to …” with the day.',
        },
        { name: 'twice-a-day', when: 'ledger.today >= 3', effect: 'deny', agent: 'Moved three times today already.' },
        {
          name: 'within-rules',
          when: 'true',
          effect: 'allow',
          agent: 'The parcel is on its way and the carrier delivers on that day.',
        },
      ],
    },
  },
  {
    key: 'returns',
    definition: {
      tools: ['returns.create'],
      facts: orderFact,
      rules: [
        ...own,
        found,
        {
          name: 'delivered',
          when: 'facts.shop.order.status != "delivered"',
          effect: 'deny',
          check: 'It was delivered',
          agent: 'Order {{ facts.shop.order.number }} is {{ facts.shop.order.status }}.',
        },
        {
          name: 'window-30-days',
          when: 'daysBetween(facts.shop.order.deliveredAt, now) > 30',
          effect: 'deny',
          check: 'Within 30 days of delivery',
          agent: 'Delivered more than 30 days ago.',
        },
        { name: 'within-rules', when: 'true', effect: 'allow', agent: 'Delivered within 30 days.' },
      ],
    },
  },
];
