import type { MembershipPlan } from './expand-membership';
import type { OrderPlan } from './plan-order';
import type { PlanName } from './plans';

/** How many customers each case has, the named one among them, so that tests side by side each have their own. */
export const customersPerCase = 8;

export interface CaseDefinition {
  /** What is special about them, in the demo's sign-in menu. */
  scene: string;
  /** The named customer; the others get an invented name. */
  first: { name: string; email: string };
  tier: PlanName | null;
  twoFactor?: boolean;
  cardExpired?: boolean;
  orders?: Omit<OrderPlan, 'customer'>[];
  membership?: Omit<MembershipPlan, 'customer'>;
  /** The amount the case is about, where it is not the order's total. */
  amountCents?: number;
}

const healthyYear = { status: 'active', billedDaysAgo: 120, years: 1 } as const;
const oldOrder: Omit<OrderPlan, 'customer'> = {
  state: 'delivered',
  placedDaysAgo: 210,
  deliveredDaysAgo: 205,
  lines: [{ sku: 'CLO-MRT', qty: 1, size: 'M' }],
};

/** Customers in exactly the state that a scene, a test or a demonstration needs. */
export const caseDefinitions: Record<string, CaseDefinition> = {
  inTransitDelayed: {
    scene: 'Parcel held by a storm',
    first: { name: 'Ben Okafor', email: 'ben@okafor.example' },
    tier: null,
    orders: [
      {
        state: 'shipped',
        placedDaysAgo: 8,
        stormDelay: true,
        lines: [{ sku: 'PCK-CRQ45', qty: 1, size: 'M/L' }],
        number: 'NL-48377',
        isCase: true,
      },
    ],
  },
  inTransit: {
    scene: 'Parcel on its way',
    first: { name: 'Ines Calder', email: 'ines@calder.example' },
    tier: null,
    orders: [{ state: 'shipped', placedDaysAgo: 3, lines: [{ sku: 'FTW-GRTM', qty: 1, size: '8' }], isCase: true }],
  },
  deliveredRecent: {
    scene: 'Delivered ten days ago',
    first: { name: 'Maya Lindqvist', email: 'maya@lindqvist.example' },
    tier: null,
    orders: [
      {
        state: 'delivered',
        placedDaysAgo: 14,
        deliveredDaysAgo: 10,
        lines: [{ sku: 'CMP-PLS', qty: 1, size: '120 cm' }],
        number: 'NL-48213',
        isCase: true,
      },
    ],
  },
  deliveredLarge: {
    scene: 'Delivered, $620.00',
    first: { name: 'Theo Marsh', email: 'theo@marsh.example' },
    tier: null,
    orders: [
      {
        state: 'delivered',
        placedDaysAgo: 17,
        deliveredDaysAgo: 12,
        lines: [{ sku: 'TNT-BSC4', qty: 1 }],
        isCase: true,
      },
    ],
  },
  deliveredOld: {
    scene: 'Delivered 45 days ago',
    first: { name: 'Ruth Vance', email: 'ruth@vance.example' },
    tier: 'Trail',
    membership: { status: 'active', billedDaysAgo: 200, years: 1 },
    orders: [
      {
        state: 'delivered',
        placedDaysAgo: 50,
        deliveredDaysAgo: 45,
        lines: [{ sku: 'CLO-FLC', qty: 1, size: 'L' }],
        isCase: true,
      },
    ],
  },
  processing: {
    scene: 'Order not sent yet',
    first: { name: 'Omar Haddad', email: 'omar@haddad.example' },
    tier: null,
    orders: [
      {
        state: 'processing',
        placedDaysAgo: 0.25,
        lines: [
          { sku: 'SLP-PAD3', qty: 1, size: 'Regular' },
          { sku: 'CMP-HDL', qty: 1 },
        ],
        isCase: true,
      },
    ],
  },
  accountPlain: {
    scene: 'Account, forgot the password',
    first: { name: 'Lena Weber', email: 'lena@weber.example' },
    tier: null,
    orders: [oldOrder],
  },
  accountTwoFactor: {
    scene: 'Account with two-factor',
    first: { name: 'Jun Sato', email: 'jun@sato.example' },
    tier: null,
    twoFactor: true,
    orders: [oldOrder],
  },
  wrongCharge: {
    scene: 'Invoice $49, charged $79',
    first: { name: 'Priya Chandra', email: 'priya@chandra.example' },
    tier: 'Ridge',
    membership: { status: 'active', billedDaysAgo: 6, years: 1, chargedCents: 7_900 },
    amountCents: 3_000,
  },
  wrongChargeLarge: {
    scene: 'Invoice $89, charged $209',
    first: { name: 'Hugo Fontaine', email: 'hugo@fontaine.example' },
    tier: 'Summit',
    membership: { status: 'active', billedDaysAgo: 5, years: 2, chargedCents: 20_900 },
    amountCents: 12_000,
  },
  failedPayment: {
    scene: 'Membership payment failed',
    first: { name: 'Clara Novak', email: 'clara@novak.example' },
    tier: 'Ridge',
    membership: { status: 'past_due', billedDaysAgo: 3, years: 2, failure: 'insufficient_funds' },
    amountCents: 4_900,
  },
  failedPaymentExpired: {
    scene: 'Card expired',
    first: { name: 'Emeka Stone', email: 'emeka@stone.example' },
    tier: 'Summit',
    cardExpired: true,
    membership: { status: 'past_due', billedDaysAgo: 4, years: 1, failure: 'card_expired' },
    amountCents: 8_900,
  },
  subscriptionActive: {
    scene: 'Active membership',
    first: { name: 'Freya Larsen', email: 'freya@larsen.example' },
    tier: 'Ridge',
    membership: healthyYear,
  },
  subscriptionPaused: {
    scene: 'Paused membership',
    first: { name: 'Mateo Reyes', email: 'mateo@reyes.example' },
    tier: 'Summit',
    membership: { ...healthyYear, status: 'paused' },
  },
  severalOrders: {
    scene: 'Three orders',
    first: { name: 'Nora Kim', email: 'nora@kim.example' },
    tier: 'Summit',
    membership: healthyYear,
    orders: [
      { state: 'processing', placedDaysAgo: 0.5, lines: [{ sku: 'CLO-CRSH', qty: 1, size: 'M' }] },
      { state: 'shipped', placedDaysAgo: 3, lines: [{ sku: 'SLP-UPD', qty: 1, size: 'Regular' }] },
      { state: 'delivered', placedDaysAgo: 16, deliveredDaysAgo: 12, lines: [{ sku: 'FTW-FLW', qty: 1, size: '8' }] },
    ],
  },
  partlyRefunded: {
    scene: 'Refunded in part',
    first: { name: 'Sami Torres', email: 'sami@torres.example' },
    tier: null,
    orders: [
      {
        state: 'delivered',
        placedDaysAgo: 20,
        deliveredDaysAgo: 15,
        partRefundCents: 4_500,
        lines: [
          { sku: 'CLO-TRK', qty: 1, size: 'M' },
          { sku: 'SLP-FOM', qty: 1 },
        ],
        isCase: true,
      },
    ],
  },
};
