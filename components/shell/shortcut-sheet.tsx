import { Dialog } from '@/components/ui/dialog';
import { Keys } from '@/components/ui/keys';

const rows: [string, string[]][] = [
  ['Next conversation', ['J']],
  ['Previous conversation', ['K']],
  ['Into the conversation', ['⏎']],
  ['Reply', ['R']],
  ['Note', ['N']],
  ['Solve', ['E']],
  ['Take it', ['I']],
  ['Assign', ['A']],
  ['Hand back to the assistant', ['B']],
  ['Take a draft, or accept (1)', ['1', '2', '3']],
  ['Send', ['⌘', '⏎']],
  ['Send and solve', ['⌘', '⇧', '⏎']],
  ['Back', ['Esc']],
  ['This sheet', ['?']],
];

export function ShortcutSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Shortcuts"
      description="By the place of the key, whatever your layout. ⌘ is Ctrl where there is no ⌘."
    >
      <dl className="grid grid-cols-1 pane:grid-cols-2 pane:gap-x-8">
        {rows.map(([what, keys]) => (
          <div key={what} className="flex h-8 items-center justify-between border-b border-line">
            <dt>{what}</dt>
            <dd className="pr-1">
              <Keys keys={keys} look="rest" />
              <span className="sr-only">{keys.join(' ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
