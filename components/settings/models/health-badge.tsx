import type { LucideIcon } from 'lucide-react';
import { Check, Minus, TriangleAlert, X } from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ProviderView } from '@/lib/models/model.schema';

const signs: Record<ProviderView['health'], { tone: Tone; icon: LucideIcon; says: string }> = {
  well: { tone: 'solved', icon: Check, says: 'Answers' },
  failing: { tone: 'attention', icon: TriangleAlert, says: 'Fails at times' },
  down: { tone: 'danger', icon: X, says: 'Does not answer' },
  unused: { tone: 'quiet', icon: Minus, says: 'Not asked lately' },
};

export function HealthBadge({ provider }: { provider: Pick<ProviderView, 'enabled' | 'health'> }) {
  if (!provider.enabled) return <Badge>Off</Badge>;
  const { tone, icon, says } = signs[provider.health];
  return (
    <Badge tone={tone} icon={icon}>
      {says}
    </Badge>
  );
}
