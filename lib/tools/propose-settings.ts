import type { SubjectChoice, ToolDescription, ToolInfo } from './tool.schema';

/** What is proposed for a tool that is seen for the first time; from then on the registry says it. */
export type ToolSettings = Pick<
  ToolInfo,
  'write' | 'risk' | 'subjectArgument' | 'keyArgument' | 'settledBy' | 'compensatedBy'
>;

/** What arguments and tools are called by those who follow the README. Nothing else in this house knows these names. */
const conventions = {
  subject: 'customer',
  key: 'idempotencyKey',
  status: 'actions.status',
  find: 'customers.find',
};

const argumentsOf = ({ inputSchema }: ToolDescription) =>
  Object.keys((inputSchema.properties ?? {}) as Record<string, unknown>);

/** A tool that does not say that it only reads is taken for a write; one that says it destroys, for a dangerous one. */
export function proposeSettings(tool: ToolDescription, all: readonly ToolDescription[]): ToolSettings {
  const names = argumentsOf(tool);
  const write = tool.annotations.readOnlyHint !== true;
  const keyArgument = write && names.includes(conventions.key) ? conventions.key : null;
  const status = all.find(({ name }) => name === conventions.status);
  return {
    write,
    risk: !write ? 'low' : tool.annotations.destructiveHint === false ? 'medium' : 'high',
    subjectArgument: names.includes(conventions.subject) ? conventions.subject : null,
    keyArgument,
    settledBy:
      keyArgument && status
        ? {
            tool: status.name,
            args: { [conventions.key]: 'key' },
            found: 'answer.found',
            result: 'has(answer.result) ? answer.result : {}',
          }
        : null,
    compensatedBy: null,
  };
}

/** How the tools of a system are told whose data: by the account, which is looked up by address where there is a tool for it. */
export function proposeSubject(all: readonly ToolDescription[]): SubjectChoice {
  const takes = all.some((tool) => argumentsOf(tool).includes(conventions.subject));
  const find = all.find((tool) => tool.name === conventions.find && argumentsOf(tool).includes('email'));
  if (!takes) return { identity: 'none' };
  if (!find) return { identity: 'account' };
  return {
    identity: 'account',
    lookup: {
      tool: find.name,
      args: { email: 'email' },
      value: 'found.customer.id',
      name: 'found.customer.name',
      tier: 'found.customer.tier',
    },
  };
}
