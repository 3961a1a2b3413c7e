import type { z } from 'zod';
import { AppError } from '../platform/errors';
import type { DefinitionKind } from './definition.schema';
import { playbookSchema } from './playbook.schema';
import { policySchema } from './policy.schema';

const schemas = { policy: policySchema, playbook: playbookSchema } satisfies Record<DefinitionKind, z.ZodType>;

/** The body of a definition as its kind wants it. Throws `invalid` with where it is not: `rules.3.when: …`. */
export function parseBody(kind: DefinitionKind, body: unknown): object {
  const parsed = schemas[kind].safeParse(body);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.') || kind}: ${message}`);
  throw new AppError('invalid', issues.join('; '));
}
