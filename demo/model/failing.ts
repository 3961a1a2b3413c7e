import type { Behaviour } from './behaviour';
import type { Script } from './script';
import { pick } from './seeded';

/** Every way there is to fail. `hangMs` is how long it says nothing before it hangs up. */
export const failures = ({ hangMs = 30_000 } = {}): Behaviour[] => [
  { kind: 'fail', status: 429, retryAfter: 1 },
  { kind: 'fail', status: 500 },
  { kind: 'fail', status: 503 },
  { kind: 'fail', status: 529 },
  { kind: 'fail', status: 400, message: 'Your request was refused.' },
  { kind: 'hang', ms: hangMs },
  { kind: 'cut', after: 3 },
  { kind: 'broken' },
  { kind: 'wrong' },
  { kind: 'unknownTool' },
  { kind: 'nothing' },
  { kind: 'huge', bytes: 1_000_000 },
  { kind: 'reset' },
  { kind: 'slow', chunkMs: 200 },
];

/** Fails in one way after the other; with a seed, in ways drawn by it. */
export function failing({ seed, hangMs }: { seed?: number; hangMs?: number } = {}): Script {
  const all = failures({ hangMs });
  return (call, nth) => (seed === undefined ? all[(nth - 1) % all.length]! : pick(all, seed, call.path, nth));
}
