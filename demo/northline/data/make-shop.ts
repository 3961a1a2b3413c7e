import { caseDefinitions, customersPerCase } from './cases';
import { expandMembership, type MembershipPlan } from './expand-membership';
import { expandOrder } from './expand-order';
import { inventPeople, type Person } from './people';
import { goodsCents, type OrderPlan, planOrdinaryOrder, shippingCents } from './plan-order';
import type { PlanName } from './plans';
import { type Chance, chanceFrom } from './random';
import type { CaseRow, CustomerRow, ShopRows } from './rows';

const day = 86_400_000;
const ordinaryCustomers = 180;
const totalOrders = 2_000;
const firstOrderNumber = 46_401;

/** What cards were charged when the invoice said something else, by tier, in cents; the last of each is off by over $100. */
const wrongCharges: Record<'Ridge' | 'Summit', number[]> = {
  Ridge: [7_900, 9_800, 5_390, 15_900],
  Summit: [9_800, 17_800, 8_990, 20_900],
};

/** The shop as it stands at `now`: the same people, orders and numbers on every machine, only the dates move. */
export function makeShop(now: Date): ShopRows {
  const chance = chanceFrom(48_213);
  const person = inventPeople(chance);
  const rows: ShopRows = {
    customers: [],
    orders: [],
    order_lines: [],
    shipments: [],
    subscriptions: [],
    invoices: [],
    payments: [],
    refunds: [],
    credits: [],
    cases: [],
  };
  const orderPlans: OrderPlan[] = [];
  const memberships: PlannedMembership[] = [];

  addCases(rows, orderPlans, memberships, person, chance, now);
  const ordinary: CustomerRow[] = [];
  for (let index = 0; index < ordinaryCustomers; index += 1) {
    const tier = chance.pick<PlanName | null>([null, null, 'Trail', 'Trail', 'Ridge', 'Ridge', 'Summit']);
    const customer = addCustomer(rows, person(), chance, now, {
      tier,
      twoFactor: chance.next() < 0.2,
      cardWorks: true,
    });
    ordinary.push(customer);
    if (tier) memberships.push(planMembership(customer, tier, index, chance));
  }
  while (orderPlans.length < totalOrders) orderPlans.push(planOrdinaryOrder(chance, chance.pick(ordinary)));

  numberOrders(orderPlans).forEach(({ plan, number }) => {
    expandOrder(rows, plan, number, now, chance);
    const ofCase = plan.isCase ? rows.cases.find((row) => row.customer === plan.customer.id) : undefined;
    if (!ofCase) return;
    ofCase.order_number = number;
    const goods = goodsCents(plan);
    ofCase.amount_cents = goods + shippingCents(goods);
  });
  for (const { ofCase, ...plan } of memberships) {
    const invoice = expandMembership(rows, plan, now);
    if (ofCase && invoice && plan.customer.tier !== 'Trail') ofCase.invoice = invoice;
    // Tier prices on old orders stay: they were members then.
    if (plan.status === 'ended') plan.customer.tier = null;
  }
  addGoodwill(rows, ordinary, now);
  return rows;
}

/** A membership still to be expanded, with the case whose invoice it brings. */
type PlannedMembership = MembershipPlan & { ofCase?: CaseRow };

function addCases(
  rows: ShopRows,
  orderPlans: OrderPlan[],
  memberships: PlannedMembership[],
  person: ReturnType<typeof inventPeople>,
  chance: Chance,
  now: Date,
): void {
  for (const [name, definition] of Object.entries(caseDefinitions)) {
    for (let position = 0; position < customersPerCase; position += 1) {
      const customer = addCustomer(rows, person(position === 0 ? definition.first : undefined), chance, now, {
        tier: definition.tier,
        twoFactor: definition.twoFactor ?? false,
        cardWorks: !definition.cardExpired,
      });
      const ofCase: CaseRow = {
        name,
        position,
        customer: customer.id,
        order_number: null,
        invoice: null,
        amount_cents: definition.amountCents ?? null,
      };
      rows.cases.push(ofCase);
      for (const order of definition.orders ?? []) {
        // Only the named customer has the number that people quote.
        orderPlans.push({ ...order, customer, number: position === 0 ? order.number : undefined });
      }
      if (definition.membership) memberships.push({ ...definition.membership, customer, ofCase });
    }
  }
}

interface Traits {
  tier: PlanName | null;
  twoFactor: boolean;
  cardWorks: boolean;
}

function addCustomer(rows: ShopRows, person: Person, chance: Chance, now: Date, traits: Traits): CustomerRow {
  const customer: CustomerRow = {
    id: `cus_${1001 + rows.customers.length}`,
    name: person.name,
    email: person.email,
    pending_email: null,
    email_token: null,
    phone: person.phone,
    tier: traits.tier,
    since: new Date(now.getTime() - chance.between(560, 2_400) * day),
    address: person.address,
    card_brand: chance.pick(['Visa', 'Mastercard', 'American Express', 'Discover']),
    card_last4: chance.digits(4),
    card_works: traits.cardWorks,
    two_factor: traits.twoFactor,
    email_verified: true,
    locked: false,
    last_sign_in_at: new Date(now.getTime() - chance.between(1, 700) * 3_600_000),
  };
  rows.customers.push(customer);
  return customer;
}

/** Ordinary memberships: every ninth was charged wrongly, every eleventh is past due, others active, paused or ended. */
function planMembership(customer: CustomerRow, tier: PlanName, index: number, chance: Chance): MembershipPlan {
  const base = { customer, billedDaysAgo: chance.between(10, 300), years: chance.between(0, 3) };
  if (tier === 'Trail') return { ...base, status: 'active' };
  if (index % 9 === 0) return { ...base, status: 'active', chargedCents: chance.pick(wrongCharges[tier]) };
  if (index % 11 === 0) return { ...base, billedDaysAgo: 5, status: 'past_due', failure: 'insufficient_funds' };
  const roll = chance.next();
  return { ...base, status: roll < 0.6 ? 'active' : roll < 0.8 ? 'paused' : 'ended' };
}

/** Numbers rise with time, as in any shop, except the few that are fixed. */
function numberOrders(orderPlans: OrderPlan[]): { plan: OrderPlan; number: string }[] {
  const fixed = new Set(orderPlans.flatMap((plan) => plan.number ?? []));
  let next = firstOrderNumber;
  return [...orderPlans]
    .sort((one, other) => other.placedDaysAgo - one.placedDaysAgo)
    .map((plan) => {
      if (plan.number) return { plan, number: plan.number };
      while (fixed.has(`NL-${next}`)) next += 1;
      const number = `NL-${next}`;
      next += 1;
      return { plan, number };
    });
}

function addGoodwill(rows: ShopRows, ordinary: CustomerRow[], now: Date): void {
  ordinary
    .filter((_, index) => index % 10 === 3)
    .forEach((customer, index) => {
      rows.credits.push({
        id: `cr_${1001 + index}`,
        customer: customer.id,
        invoice: null,
        amount_cents: 500 + (index % 4) * 500,
        reason: 'Goodwill after a late delivery',
        status: 'issued',
        action_key: null,
        at: new Date(now.getTime() - (20 + index * 7) * day),
      });
    });
}
