import type { ModelCall } from '../read-call';
import type { Reply } from '../reply';

/** A streamed answer: what opens it, what is said piece by piece, what closes it, and a piece that is not JSON. */
export interface Frames {
  opening: string;
  pieces: string[];
  closing: string;
  broken: string;
}

/** One way to put a reply into bytes. */
export interface Wire {
  whole(call: ModelCall, reply: Reply): object;
  frames?(call: ModelCall, reply: Reply): Frames;
}
