import type { Metadata } from 'next';
import { ToolsDesk } from '@/components/tools/tools-desk';

export const metadata: Metadata = { title: 'Tools' };

export default function ToolsPage() {
  return <ToolsDesk />;
}
