import type { PlaybookDefinition, PlaybookNode, Wording } from '../playbook.schema';
import type { PlaybookFinding } from '../playbook-finding.schema';

function wordingsOf(node: PlaybookNode): [string, Wording | undefined][] {
  switch (node.kind) {
    case 'collect':
      return [
        ['ask', node.ask],
        ['valid.says', node.valid?.says],
      ];
    case 'confirm':
      return [['ask', node.ask]];
    case 'act':
      return [['told', node.told]];
    case 'wait':
      return [['says', node.says]];
    case 'reply':
      return [['text', node.text]];
    default:
      return [];
  }
}

/** A playbook that speaks a language somewhere is expected to speak it everywhere. */
export function checkLanguages({ nodes }: PlaybookDefinition): PlaybookFinding[] {
  const texts = Object.entries(nodes).flatMap(([node, one]) =>
    wordingsOf(one).flatMap(([field, wording]) => (wording === undefined ? [] : [{ node, field, wording }])),
  );
  const spoken = new Set(texts.flatMap(({ wording }) => (typeof wording === 'string' ? [] : Object.keys(wording))));
  spoken.delete('en');
  return texts.flatMap(({ node, field, wording }): PlaybookFinding[] => {
    const lacks = [...spoken].filter((language) => typeof wording === 'string' || !(language in wording));
    if (lacks.length === 0) return [];
    const says = `It has no text in ${new Intl.ListFormat('en').format(lacks)}, which others here have.`;
    return [{ severity: 'warning', node, field, column: null, says }];
  });
}
