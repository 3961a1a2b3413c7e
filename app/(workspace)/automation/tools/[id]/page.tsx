import type { Metadata } from 'next';
import { ToolDesk } from '@/components/tools/tool-desk';

export const metadata: Metadata = { title: 'Tool' };

export default async function ToolPage({ params }: { params: Promise<{ id: string }> }) {
  return <ToolDesk id={(await params).id} />;
}
