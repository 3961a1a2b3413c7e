import { type Endpoint, readEndpoints } from './read-endpoints';

/** Whether it has a model that words can be had from: one of vectors alone writes nothing. */
export const canWrite = ({ models }: Pick<Endpoint, 'models'>): boolean => Boolean(models.small ?? models.large);

/** Whether anything that can write is set at all. */
export async function hasModel(): Promise<boolean> {
  return (await readEndpoints()).some(canWrite);
}
