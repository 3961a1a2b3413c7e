import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { mostUploadBytes, type StartImport } from './import.schema';
import { packUpload, type UploadedFile } from './importing/read-upload';

export type { UploadedFile };

/** Stores what was asked for and has a worker read it. Nothing of it is an article until somebody confirms. */
export async function startImport(
  actor: PersonActor,
  { kind, options }: StartImport,
  files: readonly UploadedFile[],
): Promise<{ importId: string }> {
  const upload = kind === 'sitemap' ? null : packUpload(checkFiles(files));
  const importId = newId();
  const name = nameOf(options.address, files);
  await inTransaction(async (tx) => {
    await tx.import.create({
      data: { id: importId, kind, name, options, personId: actor.id, ...(upload && { upload: Buffer.from(upload) }) },
    });
    await recordEvent(tx, 'import.requested', { importId });
    await recordEvent(tx, 'import.changed', { importId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'import.started',
      subject: { kind: 'import', id: importId },
      after: { kind, name },
    });
  });
  return { importId };
}

function checkFiles(files: readonly UploadedFile[]): readonly UploadedFile[] {
  if (files.length === 0) throw new AppError('invalid', 'files: choose at least one.');
  const bytes = files.reduce((sum, one) => sum + one.bytes.byteLength, 0);
  if (bytes > mostUploadBytes) throw new AppError('too_large', 'files: at most 20 MB together.');
  return files;
}

/** What the list calls it: the site, the one file, the folder all lie in, or how many there are. */
function nameOf(address: string, files: readonly UploadedFile[]): string {
  const [first, ...rest] = files;
  if (!first) return address.replace(/^https?:\/\//i, '').slice(0, 200);
  if (rest.length === 0) return first.name.slice(0, 200);
  const folder = first.name.split('/')[0]!;
  const shared = first.name.includes('/') && rest.every(({ name }) => name.startsWith(`${folder}/`));
  return shared ? `${folder}/ (${files.length} files)` : `${files.length} files`;
}
