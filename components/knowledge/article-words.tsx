import { BookOpenCheck, FilePlus2, Lock, PencilLine } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { ArticleState } from '@/lib/knowledge/article.schema';
import type { Audience } from '@/lib/knowledge/knowledge.schema';

export const audienceName: Record<Audience, string> = {
  public: 'Customers and assistant',
  verified: 'Verified customers',
  agents: 'Agents only',
};

/** The languages an article may be begun in; ones there are already come on top of these. */
export const commonLanguages = ['en', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'zh'];

/** How an article stands: `version` is the live one, or 0 before the first. */
export function StateBadge({ state, version }: { state: ArticleState; version: number }) {
  switch (state) {
    case 'live':
      return (
        <Badge tone="solved" icon={BookOpenCheck}>
          Live v{version}
        </Badge>
      );
    case 'draft':
      return (
        <Badge tone="accent" icon={PencilLine}>
          Draft v{version + 1}
        </Badge>
      );
    case 'new':
      return <Badge icon={FilePlus2}>Never published</Badge>;
    case 'archived':
      return <Badge icon={Lock}>Archived</Badge>;
  }
}
