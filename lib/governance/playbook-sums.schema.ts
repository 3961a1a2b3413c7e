import { z } from 'zod';
import { definitionKeySchema } from './definition.schema';

export const sumRunsInput = z.object({ key: definitionKeySchema, days: z.number().int().min(1).max(90).default(28) });
export type SumRunsInput = z.infer<typeof sumRunsInput>;

/** How conversations fared at one node. Counts are of runs; a run that comes twice is one. */
export type NodeSum = {
  node: string;
  entered: number;
  waiting: number;
  handedOver: number;
  left: number;
  done: number;
  /** Median seconds until the next node; null where none went on. */
  secondsToNext: number | null;
};
export type VersionSum = { version: number; runs: number; nodes: NodeSum[] };
