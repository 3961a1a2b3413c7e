import { Check } from 'lucide-react';
import { useKeys } from '@/components/shell/use-shortcut';
import { Button } from '@/components/ui/button';
import type { NextAction } from '@/lib/conversations/next-action.schema';

type Props = { next: NextAction | null; onAccept: () => void };

const verbs: Record<NextAction['kind'], string> = {
  decide: 'Look at it',
  draft: 'Take it',
  article: 'Put it in',
  write: 'Begin so',
  solve: 'Solve',
};

/** On top of the context where no handoff says what to do next. */
export function NextActionSection({ next, onAccept }: Props) {
  const keys = useKeys('draft.first');
  if (!next) return null;
  return (
    <section aria-label="Next step" className="border-b border-line px-4 py-3">
      <div className="rounded-corner bg-assistant-tint px-3 pt-2.5 pb-3">
        <h3 className="text-meta text-assistant-text">Next step</h3>
        <p className="mt-0.5 text-pretty">{next.says}</p>
        <Button look="soft" icon={Check} keys={keys} onClick={onAccept} className="mt-2.5">
          {verbs[next.kind]}
        </Button>
      </div>
    </section>
  );
}
