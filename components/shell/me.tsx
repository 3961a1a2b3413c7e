'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import { z } from 'zod';
import { type Permission, permissionSchema } from '@/lib/auth/permission.schema';
import { fetchJson } from './fetch-json';

const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  roleName: z.string(),
  permissions: z.array(permissionSchema).readonly(),
  hue: z.number(),
  /** Takes new work now. */
  available: z.boolean(),
  workspace: z.string(),
});

/** Who is signed in, as the guard of the workspace found them. */
export type Me = z.infer<typeof meSchema>;

/** Live events name `['person']` when somebody's rights or presence have changed: this one's too. */
export const meKey = ['person', 'me'] as const;

const MeContext = createContext<Me | null>(null);

/** What one may do can change while one sits here: then the page follows, and who was shut out is led to sign in. */
export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  const { data } = useQuery({
    queryKey: meKey,
    queryFn: ({ signal }) => fetchJson('/api/me', meSchema, signal),
    initialData: me,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <MeContext value={data}>{children}</MeContext>;
}

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe needs the workspace layout above it');
  return me;
}

/** Whether something is worth showing to whoever sits here. The server asks again. */
export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
