'use client';

import { useMutation } from '@tanstack/react-query';
import { Languages, WandSparkles } from 'lucide-react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { toast } from 'sonner';
import { fetchJson, ReadFailed } from '@/components/shell/fetch-json';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { type Reword, rewordedSchema, type Tone } from '@/lib/conversations/wording.schema';
import { formatLanguage } from '@/lib/format/format-language';
import { useModelSet } from './use-model-set';
import type { KeptText } from './use-writing';

const tones: [Tone, string][] = [
  ['friendlier', 'Friendlier'],
  ['shorter', 'Shorter'],
  ['formal', 'More formal'],
  ['spelling', 'Fix spelling'],
];

/** A model is waited for longer than a route: twenty seconds, twice at most. */
const longestModelMs = 45_000;

/** Tone and translation: by a model where one is set, and where none is they say what it would add. */
export function WordingTools({ view, reply }: { view: ConversationView; reply: KeptText }) {
  const { id, language } = view.conversation;
  const [translated, setTranslated] = useState<string | null>(null);
  const modelSet = useModelSet();
  const reword = useMutation({
    mutationFn: (wish: Reword) =>
      fetchJson(
        `/api/inbox/conversations/${encodeURIComponent(id)}/wording`,
        rewordedSchema,
        undefined,
        wish,
        longestModelMs,
      ),
    onError: (error) =>
      toast.error('It could not be worded', { description: error instanceof ReadFailed ? error.message : undefined }),
  });
  const before = reply.text;
  const put = (wish: Reword) => reword.mutate(wish, { onSuccess: ({ text }) => reply.replace(before, text) });
  const theirs = view.messages.findLast(({ author }) => author === 'customer')?.text;
  const own = (navigator.language.split('-')[0] ?? 'en').toLowerCase();
  const wand = <IconButton icon={WandSparkles} label="Change the tone" aria-busy={reword.isPending} />;
  const flags = <IconButton icon={Languages} label="Translate" aria-busy={reword.isPending} />;

  if (!modelSet)
    return (
      <>
        <Absent trigger={wand} title="Change the tone">
          With a model, a reply can be drafted from the articles and the customer’s records, and yours be made
          friendlier, shorter or more formal, or have its spelling fixed.
        </Absent>
        <Absent trigger={flags} title="Translate">
          With a model, what the customer wrote can be read in your language, and your reply written in theirs.
        </Absent>
      </>
    );
  return (
    <>
      <Menu side="top" align="start" trigger={wand}>
        {tones.map(([tone, says]) => (
          <MenuItem key={tone} onChoose={() => before.trim() && put({ kind: 'rewrite', text: before, tone })}>
            {says}
          </MenuItem>
        ))}
      </Menu>
      <Menu side="top" align="start" trigger={flags}>
        <MenuItem
          onChoose={() => before.trim() && put({ kind: 'translate', text: before, to: language ?? 'en' })}
        >{`My reply into ${formatLanguage(language ?? 'en')}`}</MenuItem>
        {theirs && (
          <MenuItem
            onChoose={() =>
              reword.mutate(
                { kind: 'translate', text: theirs.slice(0, 10_000), to: own },
                { onSuccess: ({ text }) => setTranslated(text) },
              )
            }
          >{`Their last message into ${formatLanguage(own)}`}</MenuItem>
        )}
      </Menu>
      {translated !== null && (
        <Dialog
          open
          onOpenChange={(open) => !open && setTranslated(null)}
          title={`In ${formatLanguage(own)}, by the model`}
        >
          <p className="text-talk text-pretty whitespace-pre-wrap">{translated}</p>
        </Dialog>
      )}
    </>
  );
}

function Absent({ trigger, title, children }: { trigger: ReactElement; title: string; children: string }) {
  return (
    <Popover title={title} align="start" trigger={trigger}>
      <p className="text-pretty text-ink-2">{children}</p>
      <p className="mt-2 text-pretty text-ink-2">
        No model is set here. An administrator sets <code>BATON_MODEL_URL</code> and <code>BATON_MODEL</code>.
      </p>
    </Popover>
  );
}
