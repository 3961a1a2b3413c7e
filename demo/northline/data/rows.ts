import type { PlanName } from './plans';

// One interface a table, in the words of the table, so that a whole list goes in with jsonb_populate_recordset.

export interface CustomerRow {
  id: string;
  name: string;
  email: string;
  pending_email: string | null;
  email_token: string | null;
  phone: string;
  tier: PlanName | null;
  since: Date;
  address: string;
  card_brand: string;
  card_last4: string;
  card_works: boolean;
  two_factor: boolean;
  email_verified: boolean;
  locked: boolean;
  last_sign_in_at: Date | null;
}

export type OrderStatus = 'processing' | 'shipped' | 'delivered' | 'cancelled' | 'returned';

interface OrderRow {
  number: string;
  customer: string;
  status: OrderStatus;
  placed_at: Date;
  delivered_at: Date | null;
  shipping_cents: number;
  total_cents: number;
  address: string;
  delivery_instructions: string | null;
}

interface OrderLineRow {
  order_number: string;
  position: number;
  sku: string;
  name: string;
  size: string;
  colour: string;
  qty: number;
  price_cents: number;
}

export interface ShipmentEvent {
  at: string;
  place: string;
  text: string;
}

export interface ShipmentRow {
  order_number: string;
  carrier: string;
  tracking: string;
  status: 'in_transit' | 'delayed' | 'delivered';
  eta: Date;
  promised_at: Date;
  delayed_by: string | null;
  events: ShipmentEvent[];
}

export type SubscriptionStatus = 'active' | 'paused' | 'ended' | 'past_due';

interface SubscriptionRow {
  id: string;
  customer: string;
  plan: PlanName;
  status: SubscriptionStatus;
  price_cents: number;
  renews_at: Date | null;
  paused_until: Date | null;
  ends_at: Date | null;
  started_at: Date;
}

interface InvoiceRow {
  number: string;
  customer: string;
  order_number: string | null;
  issued_at: Date;
  invoiced_cents: number;
  description: string;
}

interface PaymentRow {
  id: string;
  customer: string;
  invoice: string;
  order_number: string | null;
  amount_cents: number;
  status: 'captured' | 'failed';
  failure: string | null;
  brand: string;
  last4: string;
  at: Date;
}

interface RefundRow {
  id: string;
  customer: string;
  order_number: string;
  amount_cents: number;
  reason: string;
  status: 'done' | 'reversed';
  source: 'refund' | 'cancellation' | 'seed';
  action_key: string | null;
  at: Date;
}

interface CreditRow {
  id: string;
  customer: string;
  invoice: string | null;
  amount_cents: number;
  reason: string;
  status: 'issued' | 'void';
  action_key: string | null;
  at: Date;
}

export interface CaseRow {
  name: string;
  position: number;
  customer: string;
  order_number: string | null;
  invoice: string | null;
  amount_cents: number | null;
}

/** Everything the shop starts with, table by table, parents before children. */
export interface ShopRows {
  customers: CustomerRow[];
  orders: OrderRow[];
  order_lines: OrderLineRow[];
  shipments: ShipmentRow[];
  subscriptions: SubscriptionRow[];
  invoices: InvoiceRow[];
  payments: PaymentRow[];
  refunds: RefundRow[];
  credits: CreditRow[];
  cases: CaseRow[];
}
