import { findAddresses } from '@/lib/privacy/redact-text';
import type { Entity } from './understanding.schema';

/** Postal addresses that stand in the text as they are; a street without city or zip counts as half sure. */
export function readAddresses(text: string): Entity[] {
  return findAddresses(text).map(({ start, end, sure }) => {
    const written = text.slice(start, end);
    return { kind: 'address', value: written.replace(/\s+/g, ' ').trim(), text: written, start, end, sure };
  });
}
