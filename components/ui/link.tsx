'use client';

import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { useState } from 'react';

/** `prefetch={false}` leads out of the workspace: nothing is asked for before the press. */
type Props = Omit<ComponentProps<typeof NextLink>, 'prefetch'> & { prefetch?: false };

/**
 * Asks the server for the page behind it once somebody points at it or comes to it by keys. A desk shows dozens of links at
 * once, and asking for all of them would hold up what is on the screen.
 */
export function Link({ onPointerEnter, onFocus, prefetch, ...link }: Props) {
  const [near, setNear] = useState(false);
  return (
    <NextLink
      {...link}
      prefetch={near && prefetch !== false ? null : false}
      onPointerEnter={(event) => {
        setNear(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setNear(true);
        onFocus?.(event);
      }}
    />
  );
}
