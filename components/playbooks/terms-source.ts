'use client';

import { createContext } from 'react';
import type { TermsSource } from '@/components/definitions/queries';

/** Who knows the names that the step which is open may use; null where nobody writes. */
export const TermsOfStep = createContext<TermsSource | null>(null);
