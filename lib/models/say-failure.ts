import { AppError } from '../platform/errors';
import { failureNames, nameFailure } from './name-failure';

/** A model's failure for a colleague who asked it: AppError `unavailable` in plain words; what is one already stays. */
export function sayFailure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { kind } = nameFailure(error);
  const says =
    kind === 'none'
      ? 'No model is set. An administrator sets one in Settings → Models.'
      : `The model did not answer: ${failureNames[kind].toLowerCase()}. Nothing was changed.`;
  return new AppError('unavailable', says, { failure: kind });
}
