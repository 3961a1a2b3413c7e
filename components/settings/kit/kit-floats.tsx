'use client';

import { AlarmClock, CalendarDays, Inbox, MessageCircleReply, Sunrise } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Menu, MenuGroup, MenuItem, MenuLine } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { Tooltip } from '@/components/ui/tooltip';
import { Shown } from './shown';

const sign = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
const nothing = () => undefined;

/** What floats stands in the theme of the page, because it is drawn at its end. */
export function KitFloats({ theme }: { theme: string }) {
  const [open, setOpen] = useState<'dialog' | 'confirm' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Shown title="What floats">
        <div className="flex flex-wrap items-center gap-2">
          <Menu trigger={<Button icon={AlarmClock}>Snooze</Button>} align="start">
            <MenuGroup label="Until">
              <MenuItem sign={<AlarmClock {...sign} />} keys={['1']} onChoose={nothing}>
                In an hour
              </MenuItem>
              <MenuItem sign={<Sunrise {...sign} />} keys={['2']} onChoose={nothing}>
                Tomorrow, 8:00
              </MenuItem>
              <MenuItem sign={<CalendarDays {...sign} />} keys={['3']} chosen onChoose={nothing}>
                Monday, 8:00
              </MenuItem>
            </MenuGroup>
            <MenuLine />
            <MenuItem sign={<MessageCircleReply {...sign} />} keys={['4']} onChoose={nothing}>
              When Maya replies
            </MenuItem>
          </Menu>
          <Popover trigger={<Button>Why</Button>} title="Why 0.61" align="start">
            <p className="text-ink-2">Sure of the claim, not of the exception.</p>
          </Popover>
          <Button onClick={() => setOpen('dialog')}>Dialog</Button>
          <Button look="danger-plain" onClick={() => setOpen('confirm')}>
            Delete
          </Button>
          <Button onClick={() => toast.success('Solved', { action: { label: 'Undo', onClick: nothing } })}>
            Toast
          </Button>
          <Tooltip label="Solve" keys={['E']}>
            <Button look="plain">Tooltip</Button>
          </Tooltip>
        </div>
      </Shown>
      <Shown title="Empty">
        <div className="h-56 border-y border-line">
          <EmptyState icon={Inbox} title="Nobody waits for you" actions={<Button>See unassigned</Button>}>
            12 conversations have no agent yet.
          </EmptyState>
        </div>
      </Shown>
      <Dialog
        open={open === 'dialog'}
        onOpenChange={close}
        title={`A dialog, from ${theme}`}
        description="Esc closes it."
      >
        <p>What is asked stands here.</p>
      </Dialog>
      {open === 'confirm' && (
        <ConfirmDialog title="Delete the label" verb="Delete" busy={false} onClose={close} onConfirm={close}>
          Conversations keep what else they carry.
        </ConfirmDialog>
      )}
    </>
  );
}
