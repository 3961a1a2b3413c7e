import { v7 } from 'uuid';
import { z } from 'zod';

/** UUID v7: sorts by time of making, so that it can break ties in keyset order. */
export const newId = (): string => v7();

export const idSchema = z.uuid();

/** Whether a text is an id at all: what is not cannot be found, and must not reach a uuid column. */
export const isId = (value: string): boolean => idSchema.safeParse(value).success;
