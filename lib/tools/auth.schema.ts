import { z } from 'zod';

const scope = z.string().trim().max(500).default('');
const clientId = z.string().trim().max(300);
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
  .max(500);

/**
 * How a system is asked to believe us, without what is secret: that is sealed apart, the token, the header's value, the
 * password or the client's secret.
 */
export const authSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('bearer') }),
  z.object({
    kind: z.literal('header'),
    header: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{1,60}$/, 'must be the name of a header'),
  }),
  z.object({ kind: z.literal('basic'), user: z.string().min(1).max(200) }),
  z.object({
    kind: z.literal('client_credentials'),
    clientId: clientId.min(1),
    scope,
    /** Where tokens are given: an HTTP API does not say it, an MCP server does. */
    tokenUrl: webAddress.optional(),
    /** The only issuer the client's secret is shown to; the server's own words are not enough for that. */
    issuer: webAddress.optional(),
  }),
  z.object({
    kind: z.literal('authorization_code'),
    /** Empty: Baton registers itself, where the server lets it. */
    clientId: clientId.default(''),
    scope,
  }),
]);
export type Auth = z.infer<typeof authSchema>;

/** What each way keeps sealed; null where there is nothing to keep. */
export const secretOf: Record<Auth['kind'], string | null> = {
  none: null,
  bearer: 'Token',
  header: 'Value of the header',
  basic: 'Password',
  client_credentials: 'Client secret',
  authorization_code: 'Client secret, if there is one',
};
