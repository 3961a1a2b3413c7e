'use server';

import { personAction } from '@/lib/http/action';
import { archiveArticle, deleteNeverPublished } from '@/lib/knowledge/archive-article';
import {
  addLanguageInput,
  addQuestionInput,
  archiveInput,
  articleAtRevisionInput,
  articleIdInput,
  changeDetailsInput,
  createArticleInput,
  removeQuestionInput,
  restoreVersionInput,
} from '@/lib/knowledge/article.schema';
import { changeDetails } from '@/lib/knowledge/change-details';
import { addLanguage, createArticle } from '@/lib/knowledge/create-article';
import { addQuestion, removeQuestion } from '@/lib/knowledge/keep-questions';
import { publishArticle } from '@/lib/knowledge/publish-article';
import { restoreVersion } from '@/lib/knowledge/restore-version';
import { discardDraft } from '@/lib/knowledge/save-draft';

const permission = 'knowledge.edit' as const;

const creating = personAction({ permission, input: createArticleInput }, createArticle);
const addingLanguage = personAction({ permission, input: addLanguageInput }, addLanguage);
const publishing = personAction({ permission, input: articleAtRevisionInput }, publishArticle);
const discarding = personAction({ permission, input: articleAtRevisionInput }, discardDraft);
const restoring = personAction({ permission, input: restoreVersionInput }, restoreVersion);
const archiving = personAction({ permission, input: archiveInput }, (actor, { articleId, archived }) =>
  archiveArticle(actor, articleId, archived),
);
const deleting = personAction({ permission, input: articleIdInput }, (actor, { articleId }) =>
  deleteNeverPublished(actor, articleId),
);
const changing = personAction({ permission, input: changeDetailsInput }, changeDetails);
const adding = personAction({ permission, input: addQuestionInput }, addQuestion);
const removing = personAction({ permission, input: removeQuestionInput }, (actor, { questionId }) =>
  removeQuestion(actor, questionId),
);

export async function createOne(input: unknown) {
  return creating(input);
}
export async function addLanguageTo(input: unknown) {
  return addingLanguage(input);
}
export async function publishOne(input: unknown) {
  return publishing(input);
}
export async function discardOne(input: unknown) {
  return discarding(input);
}
export async function restoreOne(input: unknown) {
  return restoring(input);
}
export async function archiveOne(input: unknown) {
  return archiving(input);
}
export async function deleteOne(input: unknown) {
  return deleting(input);
}
export async function changeDetailsOf(input: unknown) {
  return changing(input);
}
export async function addQuestionTo(input: unknown) {
  return adding(input);
}
export async function removeQuestionFrom(input: unknown) {
  return removing(input);
}
