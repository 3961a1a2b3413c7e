import type { NodeKind, PlaybookDefinition, PlaybookNode, Wording } from '@/lib/governance/playbook.schema';
import { edgesOf } from '@/lib/governance/playbook.schema';

/** What a kind of step is called above its title. */
export const kindNames: Record<NodeKind, string> = {
  collect: 'Collect',
  verify: 'Verify',
  lookup: 'Look up',
  extract: 'Read file',
  decide: 'Decide',
  confirm: 'Confirm',
  act: 'Act',
  wait: 'Wait',
  call: 'Playbook',
  return: 'Return',
  compensate: 'Take back',
  reply: 'Reply',
  handoff: 'Hand off',
};

/** What a kind of step is for, where one is chosen. */
export const kindHelp: Record<NodeKind, string> = {
  collect: 'Ask the customer for something',
  verify: 'Go on only with a customer who is known',
  lookup: 'Read from another system',
  extract: 'Find and check what stands in a file',
  decide: 'Take one way or another',
  confirm: 'Ask yes or no',
  act: 'Change something, under the policies',
  wait: 'For an approval, a time or a signal',
  call: 'Walk another playbook as a part of this',
  return: 'Go back to the playbook that called',
  compensate: 'Undo what this run has done',
  reply: 'Say something',
  handoff: 'Pass it to people',
};

export const kinds = Object.keys(kindNames) as NodeKind[];

/** `not_there_yet` as people write it: "Not there yet". */
export function readName(key: string): string {
  const words = key.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The text in English, or in the first language there is. */
export const readWording = (wording: Wording | undefined): string =>
  wording === undefined ? '' : typeof wording === 'string' ? wording : (wording.en ?? Object.values(wording)[0] ?? '');

/** A text with its expressions left out, cut after so many characters. */
function gist(text: string, most = 60): string {
  const plain = text
    .replaceAll(/\{\{.*?\}\}/gs, '…')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain;
}

const untilWords = {
  customer: 'for the customer',
  approval: 'for an approval',
  time: 'for a time',
  event: 'for a signal',
};

/** What a step does, as a sentence or a part of one. */
export function describeStep(node: PlaybookNode): string {
  switch (node.kind) {
    case 'collect':
      return gist(readWording(node.ask));
    case 'verify':
      return 'The customer must be known by more than their word';
    case 'lookup':
    case 'act':
      return gist(node.says) || node.tool;
    case 'extract':
      return gist(node.says);
    case 'decide':
      return gist(node.branches[0]?.label ?? node.branches[0]?.when ?? '');
    case 'confirm':
      return gist(readWording(node.ask));
    case 'wait':
      return node.until.kind === 'event' ? `for the signal ${node.until.name}` : untilWords[node.until.kind];
    case 'call':
      return readName(node.playbook);
    case 'return':
      return Object.keys(node.value).join(', ') || 'with nothing';
    case 'compensate':
      return node.acts.map(readName).join(', ');
    case 'reply':
      return gist(readWording(node.text));
    case 'handoff':
      return gist(node.stopped);
  }
}

/** What a step is called: its title, the name somebody gave it, or what it does where it was only numbered. */
export function titleOf(name: string, node: PlaybookNode): string {
  if (node.title) return node.title;
  const numbered = new RegExp(`^${node.kind}(_\\d+)?$`).test(name);
  return numbered ? describeStep(node) || readName(name) : readName(name);
}

/** What starts it, in words. */
export function describeTrigger({ trigger }: PlaybookDefinition, intentName: (key: string) => string): string {
  const parts = [
    ...(trigger.intents.length > 0 ? [`Intent ${trigger.intents.map(intentName).join(', ').toLowerCase()}`] : []),
    ...(trigger.signals.length > 0 ? [`Signal ${trigger.signals.join(', ')}`] : []),
  ];
  return parts.join(' or ') || 'Another playbook';
}

const operators: Record<string, string> = {
  '==': '',
  '!=': 'not ',
  '<': 'under ',
  '>': 'over ',
  '<=': 'at most ',
  '>=': 'at least ',
};

/** A short word for a condition nobody has named: `order.status == "shipped"` is "shipped". */
export function sayCondition(when: string): string {
  const compared = /^\s*!?[\w.()[\]", ]+?\s*(==|!=|<=|>=|<|>)\s*("([^"]*)"|-?[\d.]+|true|false|null)\s*$/.exec(when);
  if (compared) {
    const value = compared[3] ?? compared[2]!;
    return `${operators[compared[1]!]}${value.replaceAll('_', ' ')}`.slice(0, 18);
  }
  const last = /([A-Za-z_]\w*)\s*$/.exec(when)?.[1];
  return last ? readName(last).toLowerCase().slice(0, 18) : 'if';
}

/** The word on a way out; empty where there is only one way. */
export function sayWay(node: PlaybookNode, by: string): string {
  const [first, rest] = [by.split('.')[0], by.split('.').slice(1).join('.')];
  switch (first) {
    case 'branches': {
      if (node.kind !== 'decide') return '';
      const branch = node.branches[Number(rest)];
      return branch?.label ?? (node.branches.length === 1 ? 'yes' : sayCondition(branch?.when ?? ''));
    }
    case 'otherwise':
      return node.kind === 'verify' ? 'unknown' : node.kind === 'decide' && node.branches.length === 1 ? 'no' : 'else';
    case 'declined':
      return 'no';
    case 'missing':
      return 'not there';
    case 'unreadable':
      return 'unreadable';
    case 'denied':
      return 'denied';
    case 'timeout':
      return 'too late';
    case 'failed':
      return readName(rest).toLowerCase();
    default:
      if (node.kind === 'confirm') return 'yes';
      if (node.kind === 'verify') return 'known';
      return edgesOf(node).length > 1 ? 'done' : '';
  }
}
