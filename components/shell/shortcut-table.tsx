'use client';

import { RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Keys } from '@/components/ui/keys';
import { nameKey } from '@/components/ui/use-shortcuts';
import { type CommandId, commandIds, commands, drawKey, keyOf } from './commands';
import { decideKey, type KeyVerdict } from './decide-key';
import { usePreferences } from './preferences';

const areas = [...new Set(commandIds.map((id) => commands[id].area))];

/** Every command with its key, by area, each to be given another one in place. */
export function ShortcutTable({ narrow }: { narrow?: boolean }) {
  const { preferences, change } = usePreferences();
  const own = preferences.keys;
  const [asking, setAsking] = useState<CommandId | null>(null);
  const [refused, setRefused] = useState<{ id: CommandId; says: string } | null>(null);

  const give = (id: CommandId, key: string) => {
    const { [id]: _, ...others } = own;
    change({ keys: key === commands[id].key ? others : { ...others, [id]: key } });
    setRefused(null);
    setAsking(null);
  };
  const press = (id: CommandId, pressed: string) => {
    const verdict = decideKey(id, pressed, own);
    if (verdict.ok) give(id, verdict.key);
    else setRefused({ id, says: wordRefusal(pressed, verdict) });
  };
  usePressed(asking, press, () => {
    setAsking(null);
    setRefused(null);
  });

  return (
    <>
      <div className={narrow ? '' : 'gap-x-8 pane:columns-2'}>
        {areas.map((area) => (
          <section key={area} className="mb-4 break-inside-avoid">
            <h3 className="pb-1 text-meta font-medium text-ink-3">{area}</h3>
            <ul>
              {commandIds
                .filter((id) => commands[id].area === area)
                .map((id) => (
                  <Row
                    key={id}
                    id={id}
                    caps={drawKey(keyOf(id, own))}
                    changed={own[id] !== undefined}
                    asking={asking === id}
                    refused={refused?.id === id ? refused.says : null}
                    onAsk={() => {
                      setAsking(id);
                      setRefused(null);
                    }}
                    onReset={() => give(id, commands[id].key)}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
      {Object.keys(own).length > 0 && (
        <Button look="plain" icon={RotateCcw} onClick={() => change({ keys: {} })} className="-ml-2">
          All keys as they came
        </Button>
      )}
    </>
  );
}

type RowProps = {
  id: CommandId;
  caps: string[];
  changed: boolean;
  asking: boolean;
  refused: string | null;
  onAsk: () => void;
  onReset: () => void;
};

function Row({ id, caps, changed, asking, refused, onAsk, onReset }: RowProps) {
  const { says, fixed } = commands[id];
  return (
    <li className="border-b border-line">
      <div className="flex h-8 items-center gap-1 max-pane:h-11">
        <span className="min-w-0 flex-1 truncate">{says}</span>
        {changed && (
          <button
            type="button"
            aria-label={`${says}: as it came`}
            onClick={onReset}
            className="grid size-6 place-items-center rounded-corner text-ink-3 hover:bg-hover max-pane:size-11"
          >
            <RotateCcw size={12} strokeWidth={2} aria-hidden />
          </button>
        )}
        {fixed ? (
          <span className="px-2">
            <Keys keys={caps} look="rest" />
          </span>
        ) : (
          <button
            type="button"
            onClick={onAsk}
            className="-mr-1 inline-flex h-6 items-center rounded-corner px-2 hover:bg-hover max-pane:h-11"
          >
            <span className="sr-only">{`${says}: `}</span>
            {asking ? (
              <span className="text-meta font-medium text-accent-text">Press a key</span>
            ) : (
              <>
                <span className="sr-only">{caps.join(' ')}</span>
                <Keys keys={caps} look={changed ? 'plain' : 'rest'} />
              </>
            )}
          </button>
        )}
      </div>
      {refused && (
        <p role="alert" className="pb-2 text-meta text-danger-text">
          {refused}
        </p>
      )}
    </li>
  );
}

/** While a key is asked for, the next press is the answer and nothing else; Escape and Tab give it up. */
function usePressed(
  asking: CommandId | null,
  onPress: (id: CommandId, pressed: string) => void,
  onGiveUp: () => void,
): void {
  useEffect(() => {
    if (!asking) return;
    const hear = (event: KeyboardEvent) => {
      if (/^(Shift|Control|Meta|Alt)/.test(event.code)) return;
      if (event.code === 'Tab') return onGiveUp();
      event.preventDefault();
      event.stopPropagation();
      if (event.code === 'Escape') onGiveUp();
      else onPress(asking, event.altKey || event.getModifierState('AltGraph') ? 'AltGraph' : nameKey(event));
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  });
}

function wordRefusal(pressed: string, verdict: KeyVerdict & { ok: false }): string {
  const cap = drawKey(pressed).join(' ');
  switch (verdict.why) {
    case 'browser':
      return 'That key is the browser’s. Press another one.';
    case 'typing':
      return 'This works while you type, so it needs ⌘ or Ctrl.';
    case 'taken':
      return `${cap} is ${verdict.by ? `“${commands[verdict.by].says}”` : 'taken'}. Press another one.`;
  }
}
