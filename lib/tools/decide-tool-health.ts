import type { ToolRow } from './registry.schema';

export type Lately = {
  /** Of the last hour. */
  calls: number;
  failures: number;
  /** Of the last ten minutes. */
  recent: number;
  recentFailed: number;
};

const failingShare = 0.2;

/** A tool whose every call of the last minutes failed is down; one in five of the hour, and it fails at times. */
export function decideToolHealth({ calls, failures, recent, recentFailed }: Lately): ToolRow['health'] {
  if (calls === 0) return 'unused';
  if (recent > 0 && recentFailed === recent) return 'down';
  return failures >= calls * failingShare ? 'failing' : 'well';
}
