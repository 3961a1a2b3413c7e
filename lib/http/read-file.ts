import { AppError } from '../platform/errors';
import { readForm } from './read-form';

/** What stands around the file in its form. */
const formBytes = 64 * 1_024;

/** The one file of a form, named `file`. Throws `invalid`, `too_large`. */
export async function readFile(
  request: Request,
  mostBytes: number,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const file = (await readForm(request, mostBytes + formBytes)).get('file');
  if (!file || typeof file === 'string') throw new AppError('invalid', 'file: is missing.');
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
