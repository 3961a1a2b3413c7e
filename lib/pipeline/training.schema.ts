import type { Example, IntentModel } from './understanding/understanding.schema';

/** The instrument that trains: on a thread of its own in a process that serves customers, in place in a test. */
export type Train = (examples: Example[]) => IntentModel | Promise<IntentModel>;
