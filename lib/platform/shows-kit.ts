import { env } from './env';

/** The kit is for whoever builds: a desk that is worked at has no such page unless it is asked for. */
export const showsKit = (): boolean => env().NODE_ENV === 'development' || env().BATON_KIT === '1';
