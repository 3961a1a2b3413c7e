import type { PlaybookDefinition } from './playbook.schema';
import type { PolicyDefinition } from './policy.schema';

/** Something about a playbook that will go wrong (error), may go wrong (warning), or could be better (hint). */
export type PlaybookFinding = {
  severity: 'error' | 'warning' | 'hint';
  /** Null: about the playbook as a whole, its trigger for example. */
  node: string | null;
  /** Where in the node, or in the playbook: `branches.0.when`, `args.order`, `trigger.segment`. */
  field: string | null;
  /** The character in that field from which it is wrong, from 1. */
  column: number | null;
  says: string;
};

/** A tool as the registry has it. */
export type CheckedTool = { name: string; write: boolean; args: { name: string; required: boolean }[] };

/** What there is around a playbook. */
export type PlaybookSurroundings = {
  /** Null while the registry cannot be read: then tools are not checked. */
  tools: CheckedTool[] | null;
  intents: string[];
  teams: string[];
  articles: string[];
  /** All that can be called, this one among them or not. */
  playbooks: { key: string; definition: PlaybookDefinition }[];
  policies: PolicyDefinition[];
};
