'use client';

import { Paperclip, PencilLine, Square, SquareSlash } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { useKeys } from '@/components/shell/use-shortcut';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import type { Mode } from './composer';
import type { Drafting } from './use-draft-reply';
import { useModelSet } from './use-model-set';
import type { KeptText } from './use-writing';

const SendMenu = dynamic(() => import('./send-menu').then((file) => file.SendMenu), { ssr: false });
const WordingTools = dynamic(() => import('./wording-tools').then((file) => file.WordingTools), { ssr: false });

type Props = {
  view: ConversationView;
  mode: Mode;
  kept: KeptText;
  drafting: Drafting;
  ready: boolean;
  onSend: (solve: boolean, sendAt?: string) => void;
  onFiles: (files: File[]) => void;
  onMacros: () => void;
};

/** The tools at the left; what sends at the right, named by where it goes, so that a note is never pressed out as a reply. */
export function ComposerFoot({ view, mode, kept, drafting, ready, onSend, onFiles, onMacros }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const sendKeys = useKeys('composer.send');
  const solveKeys = useKeys('composer.sendAndSolve');
  return (
    <div className="flex h-11 items-center gap-0.5 px-2 max-pane:h-14 max-pane:gap-1 max-pane:px-2">
      {mode === 'reply' && (
        <>
          <input
            ref={picker}
            type="file"
            multiple
            aria-label="Choose files"
            tabIndex={-1}
            className="hidden"
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <IconButton icon={Paperclip} label="Attach files" onClick={() => picker.current?.click()} />
          <IconButton icon={SquareSlash} label="Macros" keys={['/']} onClick={onMacros} />
          <WordingTools view={view} reply={kept} />
          <DraftButton drafting={drafting} />
        </>
      )}
      <span className="flex-1" />
      {mode === 'reply' ? (
        <>
          <Button
            look="plain"
            keys={solveKeys}
            disabled={!ready}
            onClick={() => onSend(true)}
            className="max-pane:hidden"
          >
            Send and solve
          </Button>
          <Button look="filled" keys={sendKeys} disabled={!ready} onClick={() => onSend(false)} className="ml-1">
            Send
          </Button>
          <SendMenu disabled={!ready} onSend={(sendAt) => onSend(false, sendAt)} />
        </>
      ) : (
        <Button look="filled" keys={sendKeys} disabled={!ready} onClick={() => onSend(false)}>
          Add note
        </Button>
      )}
    </div>
  );
}

/** Shown where a model is set; while it writes, the same place stops it. */
function DraftButton({ drafting: { writing, start, stop } }: { drafting: Drafting }) {
  const modelSet = useModelSet();
  const keys = useKeys('conversation.draft');
  if (!modelSet) return null;
  return (
    <Button
      look="plain"
      icon={writing ? Square : PencilLine}
      keys={writing ? ['Esc'] : keys}
      onClick={writing ? stop : start}
      className="max-pane:w-11 max-pane:px-0"
    >
      <span className="max-pane:sr-only">{writing ? 'Stop' : 'Draft'}</span>
    </Button>
  );
}
