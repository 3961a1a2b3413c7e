import type { ProviderView } from './model.schema';

export type Recent = {
  /** Of the last hour. */
  calls: number;
  /** Of its newest five, those that failed because of the endpoint. */
  newestDown: number;
  /** Of the last fifteen minutes. */
  recent: number;
  recentFailed: number;
};

/** How many of the newest have to fail, and which share of the recent ones. */
export const newestCalls = 5;
const failingShare = 0.2;

export function decideHealth({ calls, newestDown, recent, recentFailed }: Recent): ProviderView['health'] {
  if (calls === 0) return 'unused';
  if (newestDown >= newestCalls) return 'down';
  return recent > 0 && recentFailed >= recent * failingShare ? 'failing' : 'well';
}
