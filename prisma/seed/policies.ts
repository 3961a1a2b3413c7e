import { accountPolicies } from './account-policies';
import { billingPolicies } from './billing-policies';
import { orderPolicies } from './order-policies';
import type { PolicySeed } from './policy-rules';

/** The policies of the demo. */
export const policies: PolicySeed[] = [...orderPolicies, ...accountPolicies, ...billingPolicies];
