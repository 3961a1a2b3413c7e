import type { SaveState } from '@/components/definitions/not-saved';

type Given = {
  /** What is wrong with the text, while it is written as one. */
  problems: number;
  saving: SaveState['kind'];
  errors: number;
  failing: number;
  /** All that was written has been looked at. */
  settled: boolean;
};

/** What keeps a draft from being released, as short as a button; null when nothing does. */
export function chooseObstacle({ problems, saving, errors, failing, settled }: Given): string | null {
  if (problems > 0) return 'the text has errors';
  if (saving === 'unready' || saving === 'conflict' || saving === 'failed') return 'it is not saved';
  if (errors > 0) return errors === 1 ? '1 error' : `${errors} errors`;
  if (failing > 0) return failing === 1 ? '1 case fails' : `${failing} cases fail`;
  return settled ? null : 'checking…';
}
