import { z } from 'zod';

/** What came back from another system. Failure is data: the caller decides what the customer hears. */
export type ToolOutcome =
  | { kind: 'done'; value: Record<string, unknown> }
  /** The system answered and said no. */
  | { kind: 'refused'; code: string; message: string }
  /** It did not answer, and the request never left or can have had no effect. */
  | { kind: 'unavailable'; message: string }
  /** The request left and no answer came: a write may or may not have happened. */
  | { kind: 'unknown'; message: string };

export const toolErrorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export type ToolInfo = {
  connector: string;
  name: string;
  write: boolean;
  /** The argument that says whose data; always set by the server. */
  takesSubject: boolean;
  takesKey: boolean;
  /** Names of its arguments: others are not sent. */
  takes: Set<string>;
  title: string;
  description: string;
  /** JSON schema of its arguments, as the connector describes them. */
  schema: Record<string, unknown>;
};

/** Codes after which the same call may well succeed a moment later. */
export const passingCodes = new Set(['unavailable', 'mail_unavailable']);
