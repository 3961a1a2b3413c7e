import type { Behaviour } from './behaviour';
import { sourcesOf } from './prompt';
import type { ModelCall } from './read-call';
import { pick } from './seeded';
import { sensible, stepOf } from './sensible';

export const madeUp = [
  'You also get a 15% voucher for your next order',
  'The money is back on your card within 24 hours',
  'Returns are free for 365 days',
  'We have already credited $25 to your account',
  'Express delivery costs only $1.99',
  'Your membership is extended by 6 months',
];

/** As `sensible`, but each text it composes holds one made-up fact, with no citation, a wrong one, or one of nothing. */
export function confabulating(call: ModelCall): Behaviour {
  const sane = sensible(call);
  if (!['compose', 'draft'].includes(stepOf(call)) || call.schema) return sane;
  const text = sane.text === 'NO_ANSWER' ? '' : (sane.text ?? '');
  const seed = call.messages.map((message) => message.text).join('\n');
  const known = sourcesOf(call).map(({ id }) => ` [${id}]`);
  const citation = pick(['', ' [p97]', ...known.slice(0, 1)], 'citation', seed);
  return { ...sane, text: `${text} ${pick(madeUp, 'fact', seed)}.${citation}`.trim() };
}
