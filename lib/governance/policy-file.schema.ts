import { z } from 'zod';
import { capsSchema, factSchema, type PolicyDefinition, policySchema, ruleSchema } from './policy.schema';

export const policyKeySchema = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'small letters, digits and hyphens');

/** A policy as it stands in a file: its key beside what defines it. */
export const filedPolicySchema = policySchema.extend({ key: policyKeySchema });
export type FiledPolicy = { key: string; definition: PolicyDefinition };

/** A file holds one policy, or several under `policies`. */
export const maxPoliciesInFile = 200;

/** Where something is in a file, from 1. */
export type FilePlace = { line: number; column: number };
export type FileProblem = FilePlace & { says: string };

const keysOf = (schema: z.ZodObject) => Object.keys(schema.shape);

/** In the order in which they are written. Anything else in a file is a slip of the pen, and is named. */
export const filedKeys = {
  policy: ['key', ...keysOf(policySchema)],
  rule: keysOf(ruleSchema),
  fact: keysOf(factSchema),
  subjectFrom: keysOf(policySchema.shape.subjectFrom.unwrap()),
  caps: keysOf(capsSchema),
  show: ['label', 'value'],
};
