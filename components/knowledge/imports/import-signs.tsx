import {
  Ban,
  CircleAlert,
  CircleCheck,
  FileCode2,
  FileText,
  Globe,
  Hourglass,
  type LucideIcon,
  TableProperties,
} from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ImportKind, ImportRow } from '@/lib/knowledge/import.schema';

export const kinds: Record<ImportKind, { name: string; icon: LucideIcon; says: string }> = {
  markdown: { name: 'Markdown', icon: FileText, says: 'A folder, a zip or single .md files; front matter is read.' },
  html: { name: 'Web pages', icon: FileCode2, says: 'HTML files, a zip of them, or a page pasted here.' },
  sitemap: { name: 'A site', icon: Globe, says: 'The pages of a help centre, found by its sitemap.' },
  questions: { name: 'Questions', icon: TableProperties, says: 'A CSV table of questions and answers.' },
};

const states: Record<ImportRow['state'], { says: string; tone: Tone; icon: LucideIcon }> = {
  reading: { says: 'Reading', tone: 'quiet', icon: Hourglass },
  ready: { says: 'Waits for you', tone: 'attention', icon: CircleAlert },
  writing: { says: 'Writing', tone: 'quiet', icon: Hourglass },
  done: { says: 'Imported', tone: 'solved', icon: CircleCheck },
  failed: { says: 'Failed', tone: 'danger', icon: CircleAlert },
  cancelled: { says: 'Cancelled', tone: 'quiet', icon: Ban },
};

export function StateBadge({ state }: { state: ImportRow['state'] }) {
  const { says, tone, icon } = states[state];
  return (
    <Badge tone={tone} icon={icon}>
      {says}
    </Badge>
  );
}
