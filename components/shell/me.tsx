'use client';

import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import type { Permission } from '@/lib/auth/permission.schema';

/** Who is signed in, as the guard of the workspace found them. */
export type Me = {
  id: string;
  name: string;
  roleName: string;
  permissions: readonly Permission[];
  hue: number;
  /** Takes new work now. */
  available: boolean;
  workspace: string;
};

const MeContext = createContext<Me | null>(null);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
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
