import { Check, Eye, Pencil, Repeat2, X } from 'lucide-react';
import { AssistantAvatar, Avatar } from '@/components/ui/avatar';
import { Badge, TierBadge } from '@/components/ui/badge';
import { BatonMark } from '@/components/ui/baton-mark';
import { Chip } from '@/components/ui/chip';
import { Confidence } from '@/components/ui/confidence';
import { Keys } from '@/components/ui/keys';
import { Skeleton } from '@/components/ui/skeleton';
import { Shown } from './shown';

/** What says how something stands. */
export function KitSigns() {
  return (
    <>
      <Shown title="Badges, tiers, confidence, people, chips">
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center gap-2">
            <Badge>Draft</Badge>
            <Badge tone="accent" icon={Pencil}>
              Draft v9
            </Badge>
            <Badge tone="assistant" icon={Repeat2}>
              Handoff
            </Badge>
            <Badge tone="solved" icon={Check}>
              9 of 9
            </Badge>
            <Badge tone="attention" icon={Eye}>
              Reviewed
            </Badge>
            <Badge tone="danger" icon={X}>
              13 of 14
            </Badge>
            <TierBadge tier="summit" />
            <TierBadge tier="ridge" />
            <TierBadge tier="trail" />
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <Confidence value={0.96} />
            <Confidence value={0.78} />
            <Confidence value={0.52} />
            <AssistantAvatar />
            <BatonMark size={16} />
            <Avatar name="Maya Lindqvist" />
            <Avatar name="Nora Feld" hue={200} />
            <Avatar name="Sam Ortiz" hue={20} />
            <Avatar name="Ines Roth" hue={320} size={20} letters={1} />
            <Keys keys={['⌘', 'K']} look="rest" />
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Chip>is:open</Chip>
            <Chip removing="Remove team billing" onRemove={() => undefined}>
              team:billing
            </Chip>
            <Chip hue={20}>refund</Chip>
          </div>
        </div>
      </Shown>
      <Shown title="While something is read">
        <div className="flex flex-col gap-2">
          <Skeleton className="h-2.5 w-56" />
          <Skeleton className="h-2.5 w-40" />
        </div>
      </Shown>
    </>
  );
}
