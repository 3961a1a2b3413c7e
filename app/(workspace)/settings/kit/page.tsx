import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { KitPage } from '@/components/settings/kit/kit-page';
import { showsKit } from '@/lib/platform/shows-kit';

export const metadata: Metadata = { title: 'Kit' };

export default function KitRoute() {
  if (!showsKit()) notFound();
  return <KitPage />;
}
