'use client';

import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';

/** Follows the system until a person decides; the choice is written as data-theme on <html>. */
export function Theme({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
      {children}
    </ThemeProvider>
  );
}
