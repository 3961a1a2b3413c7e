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

/** Codes after which the same call may well succeed a moment later. */
export const passingCodes = new Set(['unavailable', 'mail_unavailable']);

/** Whose data may be asked for: what is verified of a customer, and nothing else. */
export type Whose = {
  account: string | null;
  email: string | null;
  /** Whom a rule's own lookup or the ledger names, in one system and in no other. */
  named?: { connector: string; subject: string | null };
};

export const nobody: Whose = { account: null, email: null };

const name = z.string().min(1).max(200);
const expression = z.string().min(1).max(2_000);
export const expressionsSchema = z.record(z.string().max(100), expression);

/** The tool that takes it back; arguments are CEL over `args` and `result`. */
export const compensationSchema = z.object({ tool: name, args: expressionsSchema });

/** The read that tells what became of a key: `args` over `key` and `args`, `found` and `result` over what it `answer`s. */
export const settlementSchema = z.object({
  tool: name,
  args: expressionsSchema,
  found: expression,
  result: expression,
});

/** How an account is found by a verified address: `value`, `name` and `tier` over what the tool `found`. */
export const lookupSchema = z.object({
  tool: name,
  /** Over `email`. */
  args: expressionsSchema,
  value: expression,
  name: expression.optional(),
  tier: expression.optional(),
});

/** Which identity of a customer the tools of a system take as their subject. Verified ones only. */
export const subjectChoiceSchema = z.object({
  identity: z.enum(['account', 'email', 'none']),
  lookup: lookupSchema.optional(),
});
export type SubjectChoice = z.infer<typeof subjectChoiceSchema>;

const header = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{1,60}$/, 'must be the name of a header');

/** Where an argument goes; `name` is what it is called there, when it is called otherwise. */
export const placeSchema = z.object({
  in: z.enum(['path', 'query', 'header', 'body']),
  name: z.string().min(1).max(100).optional(),
});

/** A tool of an HTTP API. Expressions are CEL over `status` and `body`. */
export const httpToolSchema = z
  .object({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    /** Below the connector's address: `/orders/{order}`. */
    path: z
      .string()
      .trim()
      .max(500)
      .regex(/^\/[^\s?#]*$/, 'must begin with / and hold no ? or #'),
    places: z.record(z.string().max(100), placeSchema).default({}),
    /** What the result is; the body when it is left out. */
    result: expression.optional(),
    /** When the record does not exist; status 404 when it is left out. */
    missing: expression.optional(),
    /** When it answered and said no although the status says yes. */
    refused: expression.optional(),
    code: expression.optional(),
    message: expression.optional(),
  })
  .superRefine(({ places }, context) => {
    for (const [argument, place] of Object.entries(places)) {
      if (place.in === 'header' && !header.safeParse(place.name ?? argument).success)
        context.addIssue({ code: 'custom', path: ['places', argument], message: 'is no name of a header' });
    }
  });
export type HttpTool = z.infer<typeof httpToolSchema>;

/** Headers that belong to the connection or to the connector: no argument goes into them. */
export const reservedHeaders = new Set([
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'expect',
  'host',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

export type JsonObject = Record<string, unknown>;

/** A tool as its system describes it. */
export type ToolDescription = {
  name: string;
  title: string;
  description: string;
  inputSchema: JsonObject;
  outputSchema: JsonObject | null;
  annotations: JsonObject;
};

export type RegisteredConnector = {
  id: string;
  key: string;
  name: string;
  kind: 'mcp' | 'http';
  url: string;
  /** Changes with everything that a connection is made of. */
  version: string;
  subject: SubjectChoice;
  sandbox: boolean;
  enabled: boolean;
  adopt: boolean;
  seen: boolean;
  timeoutMs: number | null;
  mostAtOnce: number;
  mostPerMinute: number | null;
};

/** A tool as it was accepted, with what the registry says of it. */
export type ToolInfo = {
  id: string;
  connector: RegisteredConnector;
  name: string;
  /** What it is called where its name alone would be another's too. */
  fullName: string;
  title: string;
  description: string;
  /** JSON schema of its arguments. */
  schema: JsonObject;
  /** JSON schema of what it answers, where it says so. */
  outputSchema: JsonObject | null;
  /** Names of its arguments: others are not sent. */
  takes: ReadonlySet<string>;
  write: boolean;
  risk: 'low' | 'medium' | 'high';
  enabled: boolean;
  state: 'new' | 'accepted' | 'held' | 'gone';
  /** False when it is offered so differently that calls as accepted would not be what was accepted. */
  fits: boolean;
  /** The argument that says whose data; always set by the server. */
  subjectArgument: string | null;
  /** The argument that takes the key of a write; always set by the server. */
  keyArgument: string | null;
  settledBy: z.infer<typeof settlementSchema> | null;
  compensatedBy: z.infer<typeof compensationSchema> | null;
  http: HttpTool | null;
  timeoutMs: number | null;
  mostAtOnce: number | null;
  mostPerMinute: number | null;
};
