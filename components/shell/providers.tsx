'use client';

import { Tooltip } from '@base-ui/react/tooltip';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Toaster } from '@/components/ui/toaster';
import type { Preferences } from '@/lib/auth/preferences.schema';
import { ReadFailed } from './fetch-json';
import type { Me } from './me';
import { MeProvider } from './me';
import { PreferencesProvider } from './preferences';

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Live events say when something is old; time alone does not.
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ReadFailed && error.status >= 400 && error.status < 500),
      },
    },
  });
}

type Props = { me: Me; preferences: Preferences; children: ReactNode };

export function Providers({ me, preferences, children }: Props) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <MeProvider me={me}>
        <PreferencesProvider initial={preferences}>
          <Tooltip.Provider delay={400}>{children}</Tooltip.Provider>
          <Toaster />
        </PreferencesProvider>
      </MeProvider>
    </QueryClientProvider>
  );
}
