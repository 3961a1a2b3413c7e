import { readForm } from '@/lib/http/read-form';
import { personRoute } from '@/lib/http/route';
import { mostUploadBytes, startImportSchema } from '@/lib/knowledge/import.schema';
import { listImports } from '@/lib/knowledge/list-imports';
import { startImport } from '@/lib/knowledge/start-import';
import { AppError } from '@/lib/platform/errors';

/** What stands around the files in the form. */
const formBytes = 1_024 * 1_024;

export const GET = personRoute({ permission: 'knowledge.edit' }, async ({ actor }) => ({
  rows: await listImports(actor),
}));

/** Files are too large for an action: they come as a form, with `ask` (what is wanted, as JSON) beside them. */
export const POST = personRoute({ permission: 'knowledge.edit' }, async ({ actor, request }) => {
  const form = await readForm(request, mostUploadBytes + formBytes);
  const ask = startImportSchema.parse(parseJson(form.get('ask')));
  const files = await Promise.all(
    form
      .getAll('files')
      .filter((entry) => typeof entry !== 'string')
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  return Response.json(await startImport(actor, ask, files), { status: 201 });
});

function parseJson(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new AppError('invalid', 'ask: is not valid JSON.');
  }
}
