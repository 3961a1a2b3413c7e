'use client';

import type { ReactNode } from 'react';
import { PageBar } from '@/components/shell/page-bar';
import { join } from '@/components/ui/join';

type Props = { title: string; says?: ReactNode; children?: ReactNode };

const places = [
  ['/automation/intents', 'Intents'],
  ['/automation/playbooks', 'Playbooks'],
  ['/automation/policies', 'Policies'],
  ['/automation/tools', 'Tools'],
  ['/automation/waiting', 'Waiting'],
  ['/automation/history', 'History'],
] as const;

/** The header of an Automation page. */
export function AutomationBar(props: Props) {
  return <PageBar area="Automation" places={places} {...props} />;
}

export const paneClass = (extra?: string) => join('flex min-h-0 min-w-0 flex-1 flex-col bg-surface', extra);
