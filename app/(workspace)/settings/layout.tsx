import type { ReactNode } from 'react';
import { SettingsFrame } from '@/components/settings/settings-side';
import { showsKit } from '@/lib/platform/shows-kit';

/** Everybody has settings of their own; who may do what, each page asks for itself. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame kit={showsKit()}>{children}</SettingsFrame>;
}
