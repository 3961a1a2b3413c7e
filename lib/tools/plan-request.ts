import { type HttpTool, type JsonObject, reservedHeaders } from './tool.schema';

/** A request as it leaves, without what makes us believed. */
export type PlannedRequest = {
  method: HttpTool['method'];
  url: string;
  headers: Record<string, string>;
  body: string | null;
};

/** Where an argument goes when nothing is said of it: into the path when that names it, else as the method has it. */
export const placeOf = ({ method, path, places }: HttpTool, argument: string): { in: string; name: string } => {
  const said = Object.hasOwn(places, argument) ? places[argument] : undefined;
  const usual = path.includes(`{${argument}}`) ? 'path' : method === 'GET' || method === 'DELETE' ? 'query' : 'body';
  return { in: said?.in ?? usual, name: said?.name ?? argument };
};

/**
 * The request for these arguments below the connector's address. Values stay where they are put: a path part is encoded, so
 * that `../` or `?` in one leads nowhere. Throws a RangeError that says what is missing or cannot be sent.
 */
export function planRequest(base: string, tool: HttpTool, args: JsonObject): PlannedRequest {
  const [query, headers, body]: [URLSearchParams, Record<string, string>, JsonObject] = [new URLSearchParams(), {}, {}];
  const parts = new Map<string, string>();
  for (const [argument, value] of Object.entries(args)) {
    if (value === undefined) continue;
    const place = placeOf(tool, argument);
    if (place.in === 'path') parts.set(place.name, plain(argument, value));
    else if (place.in === 'body') body[place.name] = value;
    else if (place.in === 'header') headers[headerName(place.name)] = headerValue(argument, value);
    else for (const one of Array.isArray(value) ? value : [value]) query.append(place.name, plain(argument, one));
  }
  const path = tool.path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = parts.get(name);
    if (value === undefined || value === '') throw new RangeError(`${name}: is in the address and has no value`);
    // A dot alone would be taken for a step in the path, encoded or not.
    if (value === '.' || value === '..') throw new RangeError(`${name}: cannot be “${value}”`);
    return encodeURIComponent(value);
  });
  const url = new URL(base.replace(/\/+$/, '') + path);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const hasBody = tool.method !== 'GET' && Object.keys(body).length > 0;
  return {
    method: tool.method,
    url: url.href,
    headers: { accept: 'application/json', ...(hasBody && { 'content-type': 'application/json' }), ...headers },
    body: hasBody ? JSON.stringify(body) : null,
  };
}

function plain(argument: string, value: unknown): string {
  if (value === null || typeof value === 'object') throw new RangeError(`${argument}: must be one value here`);
  return String(value);
}

function headerName(name: string): string {
  const lower = name.toLowerCase();
  if (reservedHeaders.has(lower)) throw new RangeError(`${name}: this header is not for arguments`);
  return lower;
}

function headerValue(argument: string, value: unknown): string {
  const text = plain(argument, value);
  if (!/^[\x20-\x7e]{0,1000}$/.test(text)) throw new RangeError(`${argument}: cannot stand in a header`);
  return text;
}
