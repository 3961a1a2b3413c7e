import { may, type PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import { mapTexts } from './map-texts';
import { readTokens } from './read-tokens';
import { restoreText } from './restore-text';

/** Puts the values back in whatever is shown of one conversation. */
export type Restorer = <T>(conversationId: string, value: T) => T;

/** For a person: with the permission the values come back, without it the placeholders are shown. */
export function restoreFor(person: Pick<PersonActor, 'permissions'>, conversationIds: string[]): Promise<Restorer> {
  return restoreAll(may(person, 'privacy.reveal') ? conversationIds : []);
}

/** For the customer themselves, and for whom the caller has found to be allowed. */
export async function restoreAll(conversationIds: string[]): Promise<Restorer> {
  const opened = await readTokens(db(), [...new Set(conversationIds)]);
  return (conversationId, value) => {
    const tokens = opened.get(conversationId);
    return tokens && Object.keys(tokens).length > 0 ? mapTexts(value, (text) => restoreText(text, tokens)) : value;
  };
}
