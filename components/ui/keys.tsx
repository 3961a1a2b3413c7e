import { join } from './join';

const looks: Record<string, string> = {
  filled: 'bg-key-accent text-inherit',
  soft: 'bg-accent-line/45 text-inherit',
  violet: 'text-inherit',
  off: 'text-inherit',
  'plain-off': 'text-inherit',
  plain: 'bg-key text-ink-2',
  rest: 'bg-fill text-ink-3',
};

/** Key hints. Not part of a control's name: the shortcut sheet says them to those who listen. */
export function Keys({ keys, look = 'plain' }: { keys: string[]; look?: string }) {
  return (
    <span aria-hidden className="-mr-1 ml-0.5 inline-flex gap-0.5 max-pane:hidden">
      {keys.map((key, at) =>
        key === 'then' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: caps have no order of their own, and the same one may come twice
          <span key={at} className="px-0.5 text-meta text-ink-3">
            then
          </span>
        ) : (
          <kbd
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={at}
            className={join(
              'h-4 min-w-4 rounded-corner-small px-[3px] text-center font-sans text-meta font-text',
              looks[look] ?? looks.plain,
            )}
          >
            {key}
          </kbd>
        ),
      )}
    </span>
  );
}
