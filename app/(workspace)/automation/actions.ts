'use server';

import { z } from 'zod';
import { addExamples } from '@/lib/governance/add-examples';
import { changeExamples } from '@/lib/governance/change-examples';
import { decideSuggestions } from '@/lib/governance/decide-suggestions';
import {
  addExamplesInput,
  changeExamplesInput,
  changeIntentInput,
  decideSuggestionsInput,
  newIntentInput,
  releaseVersionInput,
  requestTrainingInput,
} from '@/lib/governance/intent.schema';
import { releaseVersion } from '@/lib/governance/release-version';
import { requestTraining } from '@/lib/governance/request-training';
import { changeIntent, createIntent, removeIntent } from '@/lib/governance/save-intent';
import { personAction } from '@/lib/http/action';

const permission = 'intents.edit';
const by = (person: { id: string }) => ({ kind: 'person' as const, id: person.id });

const creating = personAction({ permission, input: newIntentInput }, createIntent);
const changing = personAction({ permission, input: changeIntentInput }, changeIntent);
const removing = personAction({ permission, input: z.object({ id: z.uuid() }) }, removeIntent);
const adding = personAction({ permission, input: addExamplesInput }, addExamples);
const changingExamples = personAction({ permission, input: changeExamplesInput }, changeExamples);
const deciding = personAction({ permission, input: decideSuggestionsInput }, decideSuggestions);
const training = personAction({ permission, input: requestTrainingInput }, (person, input) =>
  requestTraining(by(person), input),
);
const releasing = personAction({ permission, input: releaseVersionInput }, (person, input) =>
  releaseVersion(by(person), input),
);

export async function newIntent(input: z.input<typeof newIntentInput>) {
  return creating(input);
}

export async function saveIntent(input: z.input<typeof changeIntentInput>) {
  return changing(input);
}

export async function deleteIntent(input: { id: string }) {
  return removing(input);
}

export async function newExamples(input: z.input<typeof addExamplesInput>) {
  return adding(input);
}

export async function editExamples(input: z.input<typeof changeExamplesInput>) {
  return changingExamples(input);
}

export async function fileSuggestions(input: z.input<typeof decideSuggestionsInput>) {
  return deciding(input);
}

export async function train(input: z.input<typeof requestTrainingInput>) {
  return training(input);
}

export async function release(input: z.input<typeof releaseVersionInput>) {
  return releasing(input);
}
