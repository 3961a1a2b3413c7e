import { createHash } from 'node:crypto';

/** A number from 0 up to, not with, `below`, the same for the same parts on every machine. */
export function drawn(below: number, ...parts: (string | number)[]): number {
  return createHash('sha256').update(parts.join('\0')).digest().readUInt32BE(0) % below;
}

export function pick<T>(from: readonly T[], ...parts: (string | number)[]): T {
  return from[drawn(from.length, ...parts)]!;
}
