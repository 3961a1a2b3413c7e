import { createHash } from 'node:crypto';
import type { Passage } from './knowledge.schema';

/** What of a passage is embedded: its words, and what they stand under, without which many say little. */
export const textOfPassage = ({ title, headings, text }: Pick<Passage, 'title' | 'headings' | 'text'>): string =>
  [title, ...headings, text].join('\n');

/** The same text under the same model has one vector, whichever version of whichever article it is in. */
export const keyOfPassage = (model: string, passage: Pick<Passage, 'title' | 'headings' | 'text'>): string =>
  createHash('sha256').update(model).update('\0').update(textOfPassage(passage)).digest('hex');
