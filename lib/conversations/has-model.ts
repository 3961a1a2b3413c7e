import { modelEndpoint } from '../platform/model';

/** Whether rewriting and translating can be offered at all. */
export const hasModel = (): boolean => modelEndpoint() !== null;
