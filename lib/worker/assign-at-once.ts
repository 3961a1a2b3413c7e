import { assignWaiting } from '../conversations/assign-waiting';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';

/** A burst of events is one look: whoever got room or began to wait in it is seen by that. */
const gatherMs = 100;

/** Gives out what waits as soon as something happened, rather than at the next round of the clock. */
export function startAssigning(): { soon: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const look = async () => {
    timer = undefined;
    try {
      await assignWaiting();
    } catch (error) {
      log.warn({ cause: causeOf(error) }, 'could not give out what waits; the clock will');
    }
  };
  return {
    soon() {
      if (!stopped) timer ??= setTimeout(() => void look(), gatherMs);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
