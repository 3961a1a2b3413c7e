import type { PlaybookNode } from '../../governance/playbook.schema';
import { evaluateAll, goTo, note, type Step, stopAt, type Walk } from './walk';

type Lookup = Extract<PlaybookNode, { kind: 'lookup' }>;

/** Reads a record. What is not there, not open to this customer or not answering is a way of its own. */
export async function lookUp(node: Lookup, walk: Walk): Promise<Step> {
  const says = walk.render(node.says);
  const tried = (what: string, ok: boolean) => walk.part.tried.push({ what, ok });
  walk.tools.tell(says, false);
  const args = evaluateAll(walk, node.args);
  const found = await walk.tools.read(node.tool, args);
  note(walk, { says, value: found.kind === 'found' ? found.value : found.kind });
  switch (found.kind) {
    case 'found':
      walk.tools.tell(says, true);
      tried(says, true);
      walk.values[node.as] = found.value;
      walk.lookups[node.as] = { as: node.as, tool: node.tool, args };
      return goTo(node.next);
    case 'missing':
      tried(`${says}: not found`, false);
      if (node.missing) return goTo(node.missing);
      return stopAt(walk, 'playbook', 'The record the customer speaks of was not found.');
    case 'not_verified':
      tried(`${says}: customer not verified`, false);
      return stopAt(walk, 'not_verified', 'The customer is not verified, so their records stay closed.', [
        'Who the customer is',
      ]);
    case 'unavailable':
      tried(`${says}: no answer`, false);
      walk.part.scores.tools = 0.3;
      return stopAt(walk, 'tool_failed', `The shop did not answer (${found.message}).`);
  }
}
