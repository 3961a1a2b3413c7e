import { formatMoney } from '@/lib/format/format-money';
import type { PolicyDefinition } from '@/lib/governance/policy.schema';

/** "Cap for a customer and day: $1,000.00 · for the assistant and hour: $8,000.00"; null without any. */
export function sayCaps(caps: PolicyDefinition['caps']): string | null {
  const parts = [
    caps?.customerDayCents !== undefined && `for a customer and day: ${formatMoney(caps.customerDayCents)}`,
    caps?.assistantHourCents !== undefined && `for the assistant and hour: ${formatMoney(caps.assistantHourCents)}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `Cap ${parts.join(' · ')}` : null;
}
