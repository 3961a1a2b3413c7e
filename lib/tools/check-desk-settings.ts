import { evaluateExpression, functionNames } from '../governance/evaluate-expression';
import { findSyntaxError, namesInExpression } from '../governance/names-in-expression';
import type { CatalogueSetting } from './catalogue.schema';
import { findInRegistry, type Registry } from './find-in-registry';
import { type DeskSettings, type Fault, type RecordsSetting, type ShownField, shownFields } from './records.schema';
import type { ToolInfo } from './tool.schema';

type Known = Pick<Registry, 'tools'>;

/**
 * What is wrong with them beside their shape, one fault for each field: tools nobody knows, writes, arguments a tool does not
 * take or needs, expressions that do not read, names that no read brings. A tool that is only turned off is none. Touches
 * nothing.
 */
export function checkDeskSettings({ records, catalogue }: DeskSettings, registry: Known): Fault[] {
  return [
    ...(records ? checkRecords(records, registry) : []),
    ...(catalogue ? checkCatalogue(catalogue, registry) : []),
  ];
}

function checkRecords({ reads, show }: RecordsSetting, registry: Known): Fault[] {
  const names = Object.keys(reads);
  const none: Fault[] =
    names.length === 0
      ? [{ where: 'reads', called: 'What is asked', says: 'Say at least one tool that is asked.' }]
      : [];
  const fields = Object.entries(show).flatMap(([field, expression]): Fault[] => {
    if (expression === undefined) return [];
    const says = checkNamed(expression, names);
    return says === null ? [] : [{ where: `show.${field}`, called: shownFields[field as ShownField], says }];
  });
  return [...none, ...names.flatMap((name) => checkRead(name, reads[name]!, registry)), ...fields];
}

function checkRead(name: string, { tool, args }: RecordsSetting['reads'][string], registry: Known): Fault[] {
  const found = findRead(tool, registry);
  const where = `reads.${name}`;
  if (typeof found === 'string') return [{ where: `${where}.tool`, called: `The tool of “${name}”`, says: found }];
  const said = Object.entries(args).flatMap(([argument, expression]): Fault[] => {
    const says = checkTaken(found, argument) ?? checkNamed(expression, []) ?? checkValue(expression);
    return says === null ? [] : [{ where: `${where}.args.${argument}`, called: `“${argument}” of “${name}”`, says }];
  });
  const missing = neededBy(found).filter((argument) => !Object.hasOwn(args, argument));
  if (missing.length === 0) return said;
  return [...said, { where, called: `“${name}”`, says: `${tool} needs ${missing.join(', ')}.` }];
}

function checkTaken({ takes, subjectArgument, name }: ToolInfo, argument: string): string | null {
  if (argument === subjectArgument) return 'Baton says itself whose data it is.';
  return takes.has(argument) ? null : `${name} takes no such argument.`;
}

function checkCatalogue({ connector, tool }: CatalogueSetting, registry: Known): Fault[] {
  const found = findRead(tool.includes(':') ? tool : `${connector}:${tool}`, registry);
  const says = typeof found === 'string' ? found : sayUnfit(found);
  return says === null ? [] : [{ where: 'catalogue', called: 'The list of products', says }];
}

/** It is asked with nothing, for nobody. */
function sayUnfit(tool: ToolInfo): string | null {
  if (tool.subjectArgument !== null) return `${tool.name} is about one customer: products are the same for everybody.`;
  const needed = neededBy(tool);
  return needed.length === 0 ? null : `${tool.name} needs ${needed.join(', ')}, and is asked without arguments.`;
}

/** The tool, or why it cannot be asked. */
function findRead(name: string, registry: Known): ToolInfo | string {
  const found = findInRegistry(registry, name);
  if (found.kind === 'ambiguous') return `${found.message}.`;
  if (found.kind === 'unknown') return `No system that is connected has a tool ${name}.`;
  return found.tool.write ? `${name} changes something: only what reads is asked.` : found.tool;
}

/** Arguments that have to be given. */
function neededBy({ schema, subjectArgument, keyArgument }: ToolInfo): string[] {
  const properties = (schema.properties ?? {}) as Record<string, { default?: unknown } | undefined>;
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const own = required.filter((name) => name !== subjectArgument && name !== keyArgument);
  return own.filter((name) => properties[name]?.default === undefined);
}

/** It speaks of nothing, so it comes to the same each time: now or never. */
function checkValue(expression: string): string | null {
  try {
    evaluateExpression(expression, {});
    return null;
  } catch (error) {
    return `It comes to nothing: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}.`;
  }
}

/** What is wrong with an expression that may speak of these names. */
function checkNamed(expression: string, names: string[]): string | null {
  const wrong = findSyntaxError(expression);
  if (wrong)
    return wrong.says.endsWith('EOF') ? 'It ends too early.' : `It cannot be read from character ${wrong.at + 1} on.`;
  const read = namesInExpression(expression);
  const strange = read.names.find(({ name }) => !names.includes(name));
  if (strange && names.length === 0)
    return `It can speak of nothing: write a value such as 5 or "open", not ${strange.name}.`;
  if (strange)
    return `No read is called “${strange.name}”. There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`;
  const unknown = read.functions.find(({ name }) => !functionNames().has(name));
  return unknown ? `There is no function ${unknown.name}.` : null;
}
