import { readEndpoints } from './read-endpoints';

/** Whether anything that can write is set at all. */
export async function hasModel(): Promise<boolean> {
  return (await readEndpoints()).some(({ models }) => models.small ?? models.large);
}
