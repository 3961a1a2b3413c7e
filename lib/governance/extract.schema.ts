import { z } from 'zod';

/** What a value is: how it is read, and how it is hidden where it is kept. */
export const fieldKinds = ['text', 'name', 'date', 'birth_date', 'id_number', 'address'] as const;
export type FieldKind = (typeof fieldKinds)[number];
export const isDateKind = (kind: FieldKind): boolean => kind === 'date' || kind === 'birth_date';

export const longestPattern = 200;

/** A value to look for in a document: beside or under one of its labels, by its form, or by both. */
export const extractFieldSchema = z
  .strictObject({
    /** What it is called for people; its name where there is none. */
    title: z.string().min(1).max(60).optional(),
    /** What stands before or over it in the document, in any of the languages it may be written in. */
    labels: z.array(z.string().min(1).max(60)).max(12).default([]),
    /** Its form, in RE2's syntax; the first group, or the whole. */
    pattern: z.string().min(1).max(longestPattern).optional(),
    is: z.enum(fieldKinds).default('text'),
    /** Which number of a date such as 03/04/2026 is the day. */
    order: z.enum(['day_first', 'month_first']).default('day_first'),
    /** Nothing is amiss where it is not there. */
    optional: z.boolean().default(false),
  })
  .refine(
    ({ labels, pattern }) => labels.length > 0 || pattern !== undefined,
    'needs a label or a pattern to be found',
  );
export type ExtractField = z.infer<typeof extractFieldSchema>;

export const extractCheckSchema = z.strictObject({
  /** What has to be so, as a sentence for the agent: "The document has not expired". */
  says: z.string().min(1).max(160),
  /** CEL over the fields, the slots and everything else. */
  when: z.string().min(1).max(2_000),
});

/** What a reading has beside its fields, so that no field is called so. */
export const readingNames = ['file', 'found', 'missing', 'checks', 'fits', 'unfit', 'unread'] as const;

export type Verdict = 'fits' | 'unfit' | 'unread';

/** What was read of a file: its values by name (dates as ISO days), null where one was not found, and beside them: */
export type Reading = {
  /** The file's name. */
  file: string;
  /** `where` is "page 1, line 7"; `text` is the value as it stands there. */
  found: { field: string; title: string; text: string; where: string }[];
  /** Titles of the fields that are needed and were not found. */
  missing: string[];
  checks: { says: string; verdict: Verdict; why: string }[];
  /** Every check fits and nothing is missing. */
  fits: boolean;
  /** Sentences of the checks that do not fit, and of those that could not be made. */
  unfit: string[];
  unread: string[];
  [field: string]: unknown;
};
