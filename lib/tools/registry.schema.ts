import { z } from 'zod';
import { authSchema, webAddress } from './auth.schema';
import { compensationSchema, httpToolSchema, lookupSchema, settlementSchema, subjectChoiceSchema } from './tool.schema';

const name = z.string().trim().min(1, 'needs a name').max(80);
const timeoutMs = z.number().int().min(100).max(120_000).nullable();
const perMinute = z.number().int().min(1).max(1_000_000).nullable();
const argument = z.string().min(1).max(100).nullable();

export const riskSchema = z.enum(['low', 'medium', 'high']);
export const kindSchema = z.enum(['mcp', 'http']);

/** Settings for tools by name, for when they are first seen. */
export const presetsSchema = z.record(
  z.string().max(200),
  z.object({
    enabled: z.boolean().optional(),
    write: z.boolean().optional(),
    risk: riskSchema.optional(),
    subjectArgument: argument.optional(),
    keyArgument: argument.optional(),
    settledBy: settlementSchema.nullable().optional(),
    compensatedBy: compensationSchema.nullable().optional(),
  }),
);
export type Presets = z.infer<typeof presetsSchema>;

export const connectorInputSchema = z
  .object({
    id: z.uuid().optional(),
    name,
    kind: kindSchema,
    url: webAddress.transform((value) => value.replace(/\/+$/, '')),
    auth: authSchema,
    /** Absent: the one that is kept stays. */
    secret: z.string().max(4_000).optional(),
    subject: subjectChoiceSchema,
    sandbox: z.boolean(),
    enabled: z.boolean(),
    timeoutMs,
    mostAtOnce: z.number().int().min(1).max(1_000),
    mostPerMinute: perMinute,
  })
  .superRefine(({ kind, auth }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['auth'], message });
    if (kind === 'mcp' && auth.kind === 'basic') wrong('an MCP server takes a token, a header or OAuth');
    if (kind === 'http' && auth.kind === 'authorization_code') wrong('an HTTP API takes OAuth by client credentials');
    if (auth.kind === 'client_credentials' && kind === 'http' && !auth.tokenUrl) wrong('say where tokens are given');
    if (auth.kind === 'client_credentials' && kind === 'mcp' && !auth.issuer)
      wrong('say which issuer the client’s secret is for');
  });
export type ConnectorInput = z.infer<typeof connectorInputSchema>;

export const toolSettingsSchema = z.object({
  id: z.uuid(),
  enabled: z.boolean(),
  write: z.boolean(),
  risk: riskSchema,
  subjectArgument: argument,
  keyArgument: argument,
  settledBy: settlementSchema.nullable(),
  compensatedBy: compensationSchema.nullable(),
  timeoutMs,
  mostAtOnce: z.number().int().min(1).max(1_000).nullable(),
  mostPerMinute: perMinute,
});
export type ToolSettingsInput = z.infer<typeof toolSettingsSchema>;

const jsonObject = z.record(z.string().max(200), z.unknown());
export const inputSchemaSchema = z
  .object({
    type: z.literal('object'),
    properties: z.record(z.string().max(100), jsonObject).default({}),
    required: z.array(z.string().max(100)).max(200).optional(),
  })
  .loose()
  .refine((schema) => JSON.stringify(schema).length <= 64_000, 'is longer than 64,000 characters');

export const httpToolInputSchema = z.object({
  id: z.uuid().optional(),
  connectorId: z.uuid(),
  name: z
    .string()
    .trim()
    .regex(/^[A-Za-z][\w.-]{0,99}$/, 'must begin with a letter and hold letters, digits, dots, - and _ only'),
  title: z.string().trim().min(1, 'needs a title').max(120),
  description: z.string().trim().max(4_000),
  inputSchema: inputSchemaSchema,
  http: httpToolSchema,
  write: z.boolean(),
});
export type HttpToolInput = z.infer<typeof httpToolInputSchema>;

export const acceptToolsSchema = z.object({
  connectorId: z.uuid(),
  tools: z
    .array(z.object({ id: z.uuid(), hash: z.string().max(100), enabled: z.boolean(), write: z.boolean() }))
    .min(1)
    .max(500),
});
export type AcceptTools = z.infer<typeof acceptToolsSchema>;

export const decideChangeSchema = z.object({
  id: z.uuid(),
  /** Of the change that was looked at: another one that came since is not decided with it. */
  hash: z.string().max(100),
  decision: z.enum(['accept', 'refuse']),
});
export type DecideChange = z.infer<typeof decideChangeSchema>;

const figuresSchema = z.object({
  calls: z.number(),
  failures: z.number(),
  refusals: z.number(),
  medianMs: z.number().nullable(),
  p95Ms: z.number().nullable(),
});
export type Figures = z.infer<typeof figuresSchema>;

export const toolHealthSchema = z.enum(['unused', 'well', 'failing', 'down']);

/** `stopped`: it has changed so much that it is not called. */
export const standingSchema = z.enum(['on', 'off', 'new', 'held', 'stopped', 'gone']);
export type Standing = z.infer<typeof standingSchema>;

export const toolRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The shortest name that means it and no other. */
  called: z.string(),
  title: z.string(),
  description: z.string(),
  hash: z.string(),
  write: z.boolean(),
  risk: riskSchema,
  subjectArgument: z.string().nullable(),
  enabled: z.boolean(),
  standing: standingSchema,
  /** Another system has an accepted tool of this name: it is called by both names. */
  shared: z.boolean(),
  health: toolHealthSchema,
  hour: figuresSchema,
  day: figuresSchema,
  lastUsedAt: z.iso.datetime().nullable(),
  lastFailure: z.string().nullable(),
  lastFailedAt: z.iso.datetime().nullable(),
});
export type ToolRow = z.infer<typeof toolRowSchema>;

export const connectorViewSchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  kind: kindSchema,
  url: z.string(),
  auth: authSchema,
  hasSecret: z.boolean(),
  /** Null where nobody has to sign in. */
  signedIn: z.boolean().nullable(),
  subject: subjectChoiceSchema,
  sandbox: z.boolean(),
  enabled: z.boolean(),
  timeoutMs: z.number().nullable(),
  mostAtOnce: z.number(),
  mostPerMinute: z.number().nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
  lastFailure: z.string().nullable(),
});
export type ConnectorView = z.infer<typeof connectorViewSchema>;

export const toolsViewSchema = z.object({
  connectors: z.array(
    connectorViewSchema.extend({
      tools: z.array(toolRowSchema),
      /** How its tools seem to bring an account by address; null where none does. */
      proposal: lookupSchema.nullable(),
    }),
  ),
  /** Tools that wait for somebody to look at them. */
  waiting: z.number(),
});
export type ToolsView = z.infer<typeof toolsViewSchema>;
export type ConnectorWithTools = ToolsView['connectors'][number];

export const toolViewSchema = z.object({
  tool: toolRowSchema.extend({
    inputSchema: jsonObject,
    outputSchema: jsonObject.nullable(),
    annotations: jsonObject,
    keyArgument: z.string().nullable(),
    settledBy: settlementSchema.nullable(),
    compensatedBy: compensationSchema.nullable(),
    http: httpToolSchema.nullable(),
    timeoutMs: z.number().nullable(),
    mostAtOnce: z.number().nullable(),
    mostPerMinute: z.number().nullable(),
    acceptedAt: z.iso.datetime().nullable(),
    acceptedBy: z.string().nullable(),
    lastSeenAt: z.iso.datetime().nullable(),
  }),
  connector: connectorViewSchema,
  /** What is offered instead of what was accepted. */
  change: z
    .object({
      hash: z.string(),
      fits: z.boolean(),
      refused: z.boolean(),
      changes: z.array(z.string()),
      before: z.object({ description: z.string(), schema: z.string() }),
      after: z.object({ description: z.string(), schema: z.string() }),
    })
    .nullable(),
  /** The last 24 hours, the oldest first. */
  hours: z.array(
    z.object({ at: z.iso.datetime(), calls: z.number(), failures: z.number(), p95Ms: z.number().nullable() }),
  ),
  uses: z.array(
    z.object({ kind: z.enum(['playbook', 'policy', 'setting']), key: z.string(), name: z.string(), how: z.string() }),
  ),
});
export type ToolView = z.infer<typeof toolViewSchema>;

export const connectionProbeSchema = z.object({
  ok: z.boolean(),
  checks: z.array(
    z.object({ what: z.string(), ok: z.boolean(), says: z.string(), tookMs: z.number().nullable().default(null) }),
  ),
});
export type ConnectionProbe = z.infer<typeof connectionProbeSchema>;

export const tryToolSchema = z.object({
  id: z.uuid(),
  customerId: z.uuid().nullable(),
  args: jsonObject.refine((args) => JSON.stringify(args).length <= 32_000, 'are longer than 32,000 characters'),
  /** Only for reads, and for writes of a sandbox. */
  send: z.boolean(),
});
export type TryTool = z.infer<typeof tryToolSchema>;

export const triedToolSchema = z.object({
  /** Exactly what would leave, without what makes us believed. */
  sends: z.object({ line: z.string(), headers: z.record(z.string(), z.string()), body: z.string() }).nullable(),
  /** Why nothing would be sent. */
  refused: z.string().nullable(),
  outcome: z
    .object({ kind: z.enum(['done', 'refused', 'unavailable', 'unknown']), text: z.string(), tookMs: z.number() })
    .nullable(),
  /** What the policies say of it, for a write. */
  decision: z
    .object({
      effect: z.enum(['allow', 'deny', 'needs_approval']),
      policy: z.string().nullable(),
      rule: z.string().nullable(),
      says: z.string(),
      findings: z.array(z.object({ says: z.string(), holds: z.boolean() })),
    })
    .nullable(),
});
export type TriedTool = z.infer<typeof triedToolSchema>;
