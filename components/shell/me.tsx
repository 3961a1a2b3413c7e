'use client';

import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';

/** Who is signed in, as the guard of the workspace found them. */
export type Me = { id: string; name: string; role: string; hue: number; workspace: string };

const MeContext = createContext<Me | null>(null);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe needs the workspace layout above it');
  return me;
}
