/** What the endpoint answers instead of working, in OpenAI's shape. */
export class RequestError extends Error {
  readonly code: string | null;
  readonly param: string | null;

  constructor(
    readonly status: number,
    message: string,
    { code = null, param = null }: { code?: string | null; param?: string | null } = {},
  ) {
    super(message);
    this.code = code;
    this.param = param;
  }
}

const types: Record<number, [type: string, code: string | null]> = {
  429: ['requests', 'rate_limit_exceeded'],
  503: ['service_unavailable_error', 'service_unavailable'],
  529: ['overloaded_error', 'overloaded'],
};

export function errorBody({ status, message, code, param }: RequestError): object {
  const [type, usualCode] = types[status] ?? [status < 500 ? 'invalid_request_error' : 'server_error', null];
  return { error: { message, type, param, code: code ?? usualCode } };
}
