'use server';

import { z } from 'zod';
import {
  definitionName,
  newDefinitionInput,
  releaseInput,
  saveDefinitionInput,
  takeBackInput,
} from '@/lib/governance/definition.schema';
import {
  createDefinition,
  type Draft,
  discardDefinition,
  draftFrom,
  openDraft,
  saveDefinition,
} from '@/lib/governance/draft-definition';
import { releaseDefinition, rollBackDefinition, switchOffDefinition } from '@/lib/governance/release-definition';
import { personAction } from '@/lib/http/action';

const permission = 'intents.edit';
const one = z.object({ id: z.uuid() });

/** Only what the page needs of a draft: the rest is read again. */
const brief = ({ id, version, revision }: Draft): Draft => ({ id, version, revision });

const creating = personAction({ permission, input: newDefinitionInput }, async (person, input) =>
  brief(await createDefinition(person, input)),
);
const opening = personAction({ permission, input: definitionName }, async (person, name) =>
  brief(await openDraft(person, name)),
);
const copying = personAction({ permission, input: one }, async (person, input) =>
  brief(await draftFrom(person, input)),
);
const saving = personAction({ permission, input: saveDefinitionInput }, async (person, input) =>
  brief(await saveDefinition(person, input)),
);
const discarding = personAction({ permission, input: one }, discardDefinition);
const releasing = personAction({ permission, input: releaseInput }, releaseDefinition);
const goingBack = personAction({ permission, input: takeBackInput }, rollBackDefinition);
const switchingOff = personAction({ permission, input: takeBackInput }, switchOffDefinition);

export async function newDefinition(input: z.input<typeof newDefinitionInput>) {
  return creating(input);
}

export async function openDefinitionDraft(input: z.input<typeof definitionName>) {
  return opening(input);
}

export async function draftFromVersion(input: z.input<typeof one>) {
  return copying(input);
}

export async function saveDraft(input: z.input<typeof saveDefinitionInput>) {
  return saving(input);
}

export async function discardDraft(input: z.input<typeof one>) {
  return discarding(input);
}

export async function releaseVersion(input: z.input<typeof releaseInput>) {
  return releasing(input);
}

export async function rollBack(input: z.input<typeof takeBackInput>) {
  return goingBack(input);
}

export async function switchOff(input: z.input<typeof takeBackInput>) {
  return switchingOff(input);
}
