'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useNow } from '@/components/ui/use-now';
import { type Collision, wordCollision } from '@/lib/conversations/decide-collision.schema';

type Props = { collision: Collision; onClose: () => void; onAnyway: () => void };

/** Before two answers go out at once: what one wrote stays where it is until one has decided. */
export function CollisionWarning({ collision, onClose, onAnyway }: Props) {
  const now = useNow(1000);
  const told = wordCollision(collision, now);
  return (
    <ConfirmDialog
      title={collision.kind === 'writing' ? 'Somebody is writing here too' : 'There is an answer already'}
      verb="Send anyway"
      keep="Keep writing"
      mild
      busy={false}
      onClose={onClose}
      onConfirm={onAnyway}
    >
      <p>{told} The customer would have two answers.</p>
    </ConfirmDialog>
  );
}
