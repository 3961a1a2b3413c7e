'use server';

import { z } from 'zod';
import { changedSavedViewSchema, type NewSavedView, newSavedViewSchema } from '@/lib/conversations/saved-view.schema';
import { changeSavedView, createSavedView, deleteSavedView, moveSavedView } from '@/lib/conversations/saved-views';
import { personAction } from '@/lib/http/action';

const work = 'conversations.work' as const;

const creating = personAction({ permission: work, input: newSavedViewSchema }, createSavedView);
const changing = personAction({ permission: work, input: changedSavedViewSchema }, changeSavedView);
const deleting = personAction({ permission: work, input: z.object({ id: z.uuid() }) }, deleteSavedView);
const moving = personAction(
  { permission: work, input: z.object({ id: z.uuid(), by: z.union([z.literal(-1), z.literal(1)]) }) },
  moveSavedView,
);

// Only functions declared here become callable from the browser.
export async function createView(input: NewSavedView) {
  return creating(input);
}
export async function changeView(input: Partial<NewSavedView> & { id: string }) {
  return changing(input);
}
export async function deleteView(input: { id: string }) {
  return deleting(input);
}
export async function moveView(input: { id: string; by: -1 | 1 }) {
  return moving(input);
}
