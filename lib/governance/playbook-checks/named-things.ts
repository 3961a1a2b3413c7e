import { compilePattern } from '../../format/compile-pattern';
import type { PlaybookDefinition, PlaybookNode } from '../playbook.schema';
import type { PlaybookFinding, PlaybookSurroundings } from '../playbook-finding.schema';
import { confirmedName, type KnownNames } from './known-names';

type Found = Omit<PlaybookFinding, 'node' | 'column'>;
const error = (field: string, says: string): Found => ({ severity: 'error', field, says });
const warning = (field: string, says: string): Found => ({ severity: 'warning', field, says });

const channels = ['web_chat', 'email', 'sms', 'voice', 'social', 'api'];

/** Whom and what a playbook names must be there: teams, intents, channels. */
export function checkHead({ trigger, team }: PlaybookDefinition, around: PlaybookSurroundings): PlaybookFinding[] {
  const found: Found[] = [
    ...(around.teams.includes(team) ? [] : [error('team', `There is no team ${team}.`)]),
    ...trigger.intents
      .filter((intent) => !around.intents.includes(intent))
      .map((intent) => error('trigger.intents', `There is no intent ${intent}.`)),
    ...trigger.channels
      .filter((channel) => !channels.includes(channel))
      .map((channel) => error('trigger.channels', `There is no channel ${channel}.`)),
  ];
  return found.map((one) => ({ ...one, node: null, column: null }));
}

/** The same of one node: tools and their arguments, policies, articles, teams, acts that are taken back. */
export function checkNode(
  name: string,
  playbook: PlaybookDefinition,
  around: PlaybookSurroundings,
  known: KnownNames | undefined,
): PlaybookFinding[] {
  const node = playbook.nodes[name]!;
  return findings(node, playbook, around, known).map((one) => ({ ...one, node: name, column: null }));
}

function findings(
  node: PlaybookNode,
  playbook: PlaybookDefinition,
  around: PlaybookSurroundings,
  known: KnownNames | undefined,
): Found[] {
  switch (node.kind) {
    case 'collect':
      return checkChoices(node);
    case 'lookup':
      return checkTool(node, around, false);
    case 'act':
      return [...checkTool(node, around, true), ...checkPolicy(node.tool, around, known)];
    case 'extract':
      return checkExtract(node);
    case 'reply':
      return [
        ...node.articles
          .filter((slug) => !around.articles.includes(slug))
          .map((slug) => error('articles', `There is no published article ${slug}.`)),
        ...(node.closes && node.next ? [warning('closes', 'It goes on from here, so it does not close.')] : []),
      ];
    case 'handoff':
      return node.team && !around.teams.includes(node.team) ? [error('team', `There is no team ${node.team}.`)] : [];
    case 'compensate':
      return node.acts.flatMap((act) =>
        playbook.nodes[act]?.kind === 'act'
          ? []
          : [error('acts', `${act} is not an act of this playbook, so there is nothing to take back.`)],
      );
    case 'wait':
      if (node.until.kind === 'time' && node.timeout)
        return [warning('timeout', 'A wait for a time ends at that time, so this is never used.')];
      return node.until.kind === 'event' && !node.timeout
        ? [{ severity: 'hint', field: 'timeout', says: 'If the event never comes, the customer waits for ever.' }]
        : [];
    default:
      return [];
  }
}

function checkChoices({ entity, choices = [] }: Extract<PlaybookNode, { kind: 'collect' }>): Found[] {
  if (entity !== 'choice')
    return choices.length > 0 ? [warning('choices', `Choices are only for the entity choice, not for ${entity}.`)] : [];
  if (choices.length === 0) return [error('choices', 'There is nothing to choose from.')];
  const values = choices.map(({ value }) => value);
  return values.flatMap((value, at) =>
    values.indexOf(value) < at ? [error(`choices.${at}.value`, `${value} is there twice.`)] : [],
  );
}

function checkExtract({ fields, checks }: Extract<PlaybookNode, { kind: 'extract' }>): Found[] {
  const broken = Object.entries(fields).flatMap(([name, { pattern }]) => {
    const compiled = pattern === undefined ? null : compilePattern(pattern);
    return compiled && !compiled.ok ? [error(`fields.${name}.pattern`, `This is no pattern: ${compiled.why}.`)] : [];
  });
  const none: Found = {
    severity: 'hint',
    field: 'checks',
    says: 'Nothing is checked, so the agent reads values only.',
  };
  return [...broken, ...(checks.length === 0 ? [none] : [])];
}

/** Set by the server, whatever a playbook says. */
const servers = new Set(['customer', 'idempotencyKey']);

function checkTool(
  { tool: name, args }: { tool: string; args: Record<string, string> },
  { tools, policies }: PlaybookSurroundings,
  write: boolean,
): Found[] {
  if (tools === null) return [];
  const tool = tools.find((one) => one.name === name);
  if (!tool) return [error('tool', `No connected system has the tool ${name}.`)];
  if (tool.write !== write)
    return [
      error('tool', write ? `${name} only reads; look it up instead.` : `${name} changes something; that is an act.`),
    ];
  // The rules may ask for what the tool does not: whose account an address belongs to.
  const rules = JSON.stringify(policies.find((policy) => policy.tools.includes(name)) ?? null);
  const strange = Object.keys(args).filter(
    (arg) => !tool.args.some((one) => one.name === arg) && !rules.includes(`action.args.${arg}`),
  );
  const missing = tool.args.filter((one) => one.required && !servers.has(one.name) && !(one.name in args));
  return [
    ...strange.map((arg) => error(`args.${arg}`, `${name} takes no argument ${arg}; it would be left out.`)),
    ...missing.map((one) => error('args', `${name} needs the argument ${one.name}.`)),
  ];
}

function checkPolicy(tool: string, { policies }: PlaybookSurroundings, known: KnownNames | undefined): Found[] {
  const policy = policies.find(({ tools }) => tools.includes(tool));
  if (!policy) return [error('tool', `No policy speaks of ${tool}, and what no rule allows is denied.`)];
  const wantsYes = policy.rules.some(
    ({ effect, when }) => effect === 'deny' && /!\s*conversation\.confirmed/.test(when),
  );
  if (!wantsYes || !known || known.always.has(confirmedName)) return [];
  const says = known.perhaps.has(confirmedName)
    ? 'The policy wants the customer’s yes, and not every way to here asks for it.'
    : 'The policy wants the customer’s yes, and nothing right before asks for it.';
  return [error('tool', says)];
}
