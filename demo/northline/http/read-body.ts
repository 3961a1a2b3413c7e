import type { IncomingMessage } from 'node:http';

const limitBytes = 256 * 1024;

/** A request that cannot be answered as asked; `status` goes to the client with the message. */
export class HttpFault extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw new HttpFault(413, `The body is larger than ${limitBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpFault(400, 'The body is not JSON');
  }
}

/** A form sent by one of the shop's own pages. Another site's form is refused, since it would come with the visitor's cookie. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw new HttpFault(403, 'This form belongs to another site');
  return new URLSearchParams(await readText(request));
}
