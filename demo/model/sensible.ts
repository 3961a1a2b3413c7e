import type { Behaviour } from './behaviour';
import { fitTo } from './fit-schema';
import { sectionOf, sourcesOf } from './prompt';
import type { ModelCall } from './read-call';
import { check } from './steps/check';
import { compose } from './steps/compose';
import { gaps, reword, summarise } from './steps/look-back';
import { plan } from './steps/plan';
import { understand } from './steps/understand';

/** A plain model that does what it is asked, the same each time. */
export function sensible(call: ModelCall): Extract<Behaviour, { kind: 'say' }> {
  const step = stepOf(call);
  switch (step) {
    case 'plan': {
      const next = plan(call);
      return next ? { kind: 'say', tools: [next] } : say(call, 'done');
    }
    case 'understand':
      return say(call, understand(call));
    case 'check':
      return say(call, check(call));
    case 'summarise':
      return say(call, summarise(call));
    case 'gaps':
      return say(call, gaps(call));
    case 'compose':
    case 'draft':
      return say(call, compose(call));
    default:
      return say(call, reword(call));
  }
}

/** The step that is named, else the one the request looks like. */
export function stepOf(call: ModelCall): string {
  if (call.step) return call.step;
  if (sectionOf(call, 'text') !== undefined) return 'reword';
  if (call.tools.length > 0) return 'plan';
  if (sourcesOf(call).length > 0) return 'compose';
  return 'reword';
}

/** Says a value as the request wants it: by its schema where it has one, a record as JSON, a text as it is. */
function say({ schema }: ModelCall, value: unknown): Extract<Behaviour, { kind: 'say' }> {
  // A text asked for by a schema may go under any name: each of its properties is offered it.
  const named = typeof value === 'string' && schema ? underEveryName(schema, value) : value;
  const fitted = fitTo(schema, named);
  return { kind: 'say', text: typeof fitted === 'string' && !schema ? fitted : JSON.stringify(fitted) };
}

function underEveryName(schema: object, text: string): object {
  return Object.fromEntries(
    Object.keys((schema as { properties?: object }).properties ?? {}).map((name) => [name, text]),
  );
}
