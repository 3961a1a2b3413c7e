import { type Endpoint, forgetEndpoints, readEndpoints } from './read-endpoints';

/** Whether it has a model that words can be had from: one of vectors alone writes nothing. */
export const canWrite = ({ models }: Pick<Endpoint, 'models'>): boolean => Boolean(models.small ?? models.large);

/** Whether anything that can write is set at all; `fresh` where it was just changed, perhaps through another process. */
export async function hasModel({ fresh = false } = {}): Promise<boolean> {
  if (fresh) forgetEndpoints();
  return (await readEndpoints()).some(canWrite);
}
