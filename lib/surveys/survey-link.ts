import * as links from '../platform/sign-link';

/** What a link is for: to answer one survey, or to end all of one customer's. */
type LinkKind = 'answer' | 'stop';

const use = (kind: LinkKind) => ({ key: 'survey-link', kind });

export const signLink = (kind: LinkKind, id: string): string => links.signLink(use(kind), id);
export const readLink = (kind: LinkKind, token: string): string | null => links.readLink(use(kind), token);

export const answerUrl = (surveyId: string): string => links.urlOf(`/survey/${signLink('answer', surveyId)}`);
export const stopUrl = (customerId: string): string => links.urlOf(`/survey/stop/${signLink('stop', customerId)}`);
