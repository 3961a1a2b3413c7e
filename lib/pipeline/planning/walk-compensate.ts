import type { PlaybookNode } from '../../governance/playbook.schema';
import type { RanAct } from '../run.schema';
import { note, type Step, settle, stopAt, type Walk } from './walk';

type Compensate = Extract<PlaybookNode, { kind: 'compensate' }>;

/** Takes back what this run did at the named nodes, newest first. What cannot be taken back is for people to put right. */
export async function compensate(node: Compensate, walk: Walk): Promise<Step> {
  const calls = walk.stack.flatMap((frame) => [frame.playbook, frame.node]);
  const places = new Set(node.acts.map((one) => [...calls, walk.playbook.key, one].join(':')));
  const done = walk.acts.filter((one) => one.state === 'done' && places.has(one.place)).reverse();
  note(walk, { value: done.map((one) => one.says) });
  for (const ran of done) {
    const says = `Taken back: ${ran.says}`;
    walk.tools.tell(says, false);
    const result = await walk.tools.compensate(ran.key);
    if (result.kind !== 'done') {
      walk.part.tried.push({ what: `${says}: not done`, ok: false });
      walk.part.scores.tools = 0.3;
      if (result.kind === 'unknown') walk.part.acted = true;
      return stopAt(walk, 'tool_failed', sayFailure(ran, result), ['What has to be put right by hand']);
    }
    walk.tools.tell(says, true);
    walk.part.acted = true;
    walk.part.tried.push({ what: says, ok: true });
    walk.acts = walk.acts.map((one) => (one.key === ran.key ? { ...one, state: 'undone' } : one));
  }
  return settle(walk, node.next);
}

function sayFailure({ says }: RanAct, result: { kind: string; message?: string }): string {
  if (result.kind === 'unknown') return `${says} was to be taken back, and the shop did not say whether it was.`;
  const why = result.message ? `: ${result.message}` : '.';
  return result.kind === 'impossible' ? `${says} cannot be taken back${why}` : `${says} could not be taken back${why}`;
}
