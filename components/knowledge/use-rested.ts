'use client';

import { useEffect, useState } from 'react';

/** A value once it has rested for `ms`: what is asked of the server must not be asked at every key. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
