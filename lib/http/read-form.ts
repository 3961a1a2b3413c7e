import { AppError } from '../platform/errors';

/**
 * A form with files. Counted while it comes, because a length that is written above it may be wrong or missing.
 * Throws `too_large`, and `invalid` where it is no form or comes from another site's page.
 */
export async function readForm(request: Request, mostBytes: number): Promise<FormData> {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') throw new AppError('forbidden', 'A form of this site is needed.');
  const tooLarge = () => new AppError('too_large', `body: at most ${Math.floor(mostBytes / 1_048_576)} MB.`);
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge();
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) throw new AppError('invalid', 'body: must be multipart/form-data.');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.byteLength;
    if (bytes > mostBytes) throw tooLarge();
    parts.push(part);
  }
  try {
    return await new Response(new Blob(parts), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new AppError('invalid', 'body: is not a whole form.');
  }
}
