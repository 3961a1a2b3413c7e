import { z } from 'zod';
import { findSampleCustomers } from '@/lib/governance/find-sample-customers';
import { personRoute } from '@/lib/http/route';

const query = z.object({ q: z.string().max(200).default('') });

export const GET = personRoute({ permission: 'intents.read', query }, async ({ actor, query: { q } }) => ({
  customers: await findSampleCustomers(actor, q),
}));
