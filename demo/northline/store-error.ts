/** The closed list of reasons for which a tool may refuse. Clients switch over it. */
const errorCodes = [
  'not_found',
  'wrong_status',
  'out_of_stock',
  'already_done',
  'amount_too_high',
  'mail_unavailable',
  'rate_limited',
  'unavailable',
  'invalid',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An expected refusal. Thrown, so that the transaction around the effect rolls back; the MCP edge turns it into data. */
export class StoreError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** The connection was lost while COMMIT was under way: whether the effect happened is not known here. */
export class OutcomeUnknown extends Error {}
