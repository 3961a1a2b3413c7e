import type { PlaybookNode, Wording } from './playbook.schema';

/** A CEL expression of a node and where it stands: `args.order`, `branches.0.when`, `ask`, from that character on. */
export type PlacedExpression = { at: string; cel: string; from: number };

const inTemplate = (at: string, template: string): PlacedExpression[] =>
  [...template.matchAll(/\{\{(.+?)\}\}/gs)].map((match) => ({
    at,
    cel: match[1]!.trim(),
    from: match.index + 2 + (match[1]!.length - match[1]!.trimStart().length),
  }));

const inWording = (at: string, wording: Wording | undefined): PlacedExpression[] => {
  if (wording === undefined) return [];
  if (typeof wording === 'string') return inTemplate(at, wording);
  return Object.entries(wording).flatMap(([language, text]) => inTemplate(`${at}.${language}`, text));
};

const whole = (at: string, cel: string | undefined): PlacedExpression[] =>
  cel === undefined ? [] : [{ at, cel, from: 0 }];

const named = (at: string, expressions: Record<string, string>): PlacedExpression[] =>
  Object.entries(expressions).map(([name, cel]) => ({ at: `${at}.${name}`, cel, from: 0 }));

/** Every expression of a node, those in its texts too. */
export function listExpressions(node: PlaybookNode): PlacedExpression[] {
  switch (node.kind) {
    case 'collect':
      return [
        ...inWording('ask', node.ask),
        ...whole('assume', node.assume),
        ...whole('valid.when', node.valid?.when),
        ...inWording('valid.says', node.valid?.says),
      ];
    case 'lookup':
      return [...named('args', node.args), ...inTemplate('says', node.says)];
    case 'extract':
      return [
        ...whole('file', node.file),
        ...inTemplate('says', node.says),
        ...node.checks.map(({ when }, at) => ({ at: `checks.${at}.when`, cel: when, from: 0 })),
      ];
    case 'decide':
      return node.branches.map(({ when }, at) => ({ at: `branches.${at}.when`, cel: when, from: 0 }));
    case 'confirm':
      return inWording('ask', node.ask);
    case 'act':
      return [...named('args', node.args), ...inTemplate('says', node.says), ...inWording('told', node.told)];
    case 'wait':
      return [
        ...(node.until.kind === 'time' ? whole('until.minutes', node.until.minutes) : []),
        ...(node.until.kind === 'event' ? whole('until.where', node.until.where) : []),
        ...inWording('says', node.says),
      ];
    case 'call':
      return named('with', node.with);
    case 'return':
      return named('value', node.value);
    case 'reply':
      return inWording('text', node.text);
    case 'handoff':
      return [
        ...inTemplate('stopped', node.stopped),
        ...node.missing.flatMap((text, at) => inTemplate(`missing.${at}`, text)),
        ...inTemplate('suggestion.text', node.suggestion?.text ?? ''),
        ...inTemplate('suggestion.draft', node.suggestion?.draft ?? ''),
      ];
    case 'verify':
    case 'compensate':
      return [];
  }
}
