'use server';

import {
  addIdentityInput,
  addNoteInput,
  forgetInput,
  identityInput,
  mergeIdInput,
  mergeInput,
  noteInput,
  renameCustomerInput,
  setConsentInput,
  splitIdentityInput,
  verifyIdentityInput,
} from '@/lib/conversations/customer.schema';
import { forgetCustomer } from '@/lib/conversations/forget-customer';
import {
  addIdentity,
  addNote,
  deleteNote,
  removeIdentity,
  renameCustomer,
  setConsent,
  verifyIdentity,
} from '@/lib/conversations/keep-customer';
import { mergeCustomers, splitIdentity, undoMerge } from '@/lib/conversations/merge-customers';
import { personAction } from '@/lib/http/action';

const edit = 'customers.edit' as const;
const merge = 'customers.merge' as const;

const renaming = personAction({ permission: edit, input: renameCustomerInput }, renameCustomer);
const noting = personAction({ permission: edit, input: addNoteInput }, addNote);
const unnoting = personAction({ permission: edit, input: noteInput }, (actor, { noteId }) => deleteNote(actor, noteId));
const consenting = personAction({ permission: edit, input: setConsentInput }, setConsent);
const adding = personAction({ permission: edit, input: addIdentityInput }, addIdentity);
const removing = personAction({ permission: edit, input: identityInput }, (actor, { identityId }) =>
  removeIdentity(actor, identityId),
);
const verifying = personAction({ permission: merge, input: verifyIdentityInput }, verifyIdentity);
const merging = personAction({ permission: merge, input: mergeInput }, mergeCustomers);
const unmerging = personAction({ permission: merge, input: mergeIdInput }, (actor, { mergeId }) =>
  undoMerge(actor, mergeId),
);
const splitting = personAction({ permission: merge, input: splitIdentityInput }, splitIdentity);
const forgetting = personAction({ permission: merge, input: forgetInput }, forgetCustomer);

export async function rename(input: unknown) {
  return renaming(input);
}
export async function note(input: unknown) {
  return noting(input);
}
export async function removeNote(input: unknown) {
  return unnoting(input);
}
export async function consent(input: unknown) {
  return consenting(input);
}
export async function addReach(input: unknown) {
  return adding(input);
}
export async function removeReach(input: unknown) {
  return removing(input);
}
export async function verifyReach(input: unknown) {
  return verifying(input);
}
export async function mergeInto(input: unknown) {
  return merging(input);
}
export async function takeBackMerge(input: unknown) {
  return unmerging(input);
}
export async function splitOff(input: unknown) {
  return splitting(input);
}
export async function forget(input: unknown) {
  return forgetting(input);
}
