'use server';

import { z } from 'zod';
import { personAction } from '@/lib/http/action';
import { modelSettingsSchema, probeInputSchema, providerInputSchema } from '@/lib/models/model.schema';
import { orderProviders } from '@/lib/models/order-providers';
import { removeProvider } from '@/lib/models/remove-provider';
import { saveProvider } from '@/lib/models/save-provider';
import { saveModelSettings } from '@/lib/models/save-settings';
import { testProvider } from '@/lib/models/test-provider';

const permission = 'desk.administer' as const;

const saving = personAction({ permission, input: providerInputSchema }, saveProvider);
const removing = personAction({ permission, input: z.object({ id: z.uuid() }) }, (actor, { id }) =>
  removeProvider(actor, id),
);
const ordering = personAction({ permission, input: z.object({ ids: z.array(z.uuid()).max(200) }) }, (actor, { ids }) =>
  orderProviders(actor, ids),
);
const testing = personAction({ permission, input: probeInputSchema }, (_, input) => testProvider(input));
const limiting = personAction({ permission, input: modelSettingsSchema }, saveModelSettings);

// Only functions declared here become callable from the browser.
export async function keepProvider(input: unknown) {
  return saving(input);
}
export async function dropProvider(input: unknown) {
  return removing(input);
}
export async function arrangeProviders(input: unknown) {
  return ordering(input);
}
export async function tryProvider(input: unknown) {
  return testing(input);
}
export async function limitModels(input: unknown) {
  return limiting(input);
}
