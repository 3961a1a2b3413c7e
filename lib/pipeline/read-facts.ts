import { formatMoney } from '../format/format-money';
import { readRecords } from '../tools/read-records';

export type Fact = { what: string; text: string };

/** A customer's records as English sentences of ours, with the words people ask by; none where the shop knows or says nothing. */
export async function readFacts(customerId: string): Promise<Fact[]> {
  const records = await readRecords(customerId);
  if (records.kind !== 'found') return [];
  const { subscription } = records;
  const day = (iso: string) => iso.slice(0, 10);
  const facts: Fact[] = [
    {
      what: 'Customer record',
      text: `Customer ${records.since ? `since ${day(records.since)}` : ''}: ${records.ordersCount} orders, lifetime value ${formatMoney(records.lifetimeCents)} spent in all.`,
    },
    ...records.orders.map(({ number, status, totalCents, at, summary }) => ({
      what: `Order ${number}`,
      text: `Order ${number} of ${day(at)}, ${summary}: status ${status.replaceAll('_', ' ')}, total paid ${formatMoney(totalCents)}.`,
    })),
  ];
  if (subscription)
    facts.push({
      what: 'Subscription',
      text: `Membership subscription ${subscription.plan}: status ${subscription.status}, price ${formatMoney(subscription.priceCents)} a ${subscription.interval}${subscription.renewsAt ? `, renews ${day(subscription.renewsAt)}` : ''}.`,
    });
  return facts;
}
