export const planNames = ['Trail', 'Ridge', 'Summit'] as const;
export type PlanName = (typeof planNames)[number];

export interface Plan {
  name: PlanName;
  /** Per year, in US cents. */
  priceCents: number;
  discountPercent: number;
  line: string;
  benefits: string[];
}

export const plans: Record<PlanName, Plan> = {
  Trail: {
    name: 'Trail',
    priceCents: 0,
    discountPercent: 0,
    line: 'A place to keep your orders, your sizes and your warranty papers.',
    benefits: ['Order history and receipts', 'Warranty without the paper', 'Invitations to Trail Club walks'],
  },
  Ridge: {
    name: 'Ridge',
    priceCents: 4_900,
    discountPercent: 5,
    line: 'For those who are out most weekends.',
    benefits: ['5% off everything', 'Express delivery for $6', 'One free repair a year', 'Everything in Trail'],
  },
  Summit: {
    name: 'Summit',
    priceCents: 8_900,
    discountPercent: 10,
    line: 'For those who are hardly ever in.',
    benefits: [
      '10% off everything',
      'Express delivery for $6',
      'Free repairs for as long as you are a member',
      'New gear two weeks early',
      'Everything in Ridge',
    ],
  },
};

/** What a member of `plan` pays for something listed at `priceCents`; whole cents, half a cent goes up. */
export function memberPriceCents(priceCents: number, plan: PlanName | null): number {
  return plan === null ? priceCents : Math.round((priceCents * (100 - plans[plan].discountPercent)) / 100);
}
