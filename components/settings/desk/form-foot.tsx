'use client';

import { Button } from '@/components/ui/button';

type Props = {
  verb: string;
  ready: boolean;
  busy: boolean;
  onClose: () => void;
  /** Absent where there is nothing to take away, or it must stay. */
  removing?: { verb: string; busy: boolean; act: () => void };
};

/** The end of every form here: take away at the left, cancel and save at the right. */
export function FormFoot({ verb, ready, busy, onClose, removing }: Props) {
  return (
    <div className="flex justify-end gap-2">
      {removing && (
        <Button size="form" look="danger-plain" className="mr-auto" busy={removing.busy} onClick={removing.act}>
          {removing.verb}
        </Button>
      )}
      <Button size="form" look="plain" onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" size="form" look="filled" disabled={!ready} busy={busy}>
        {verb}
      </Button>
    </div>
  );
}
