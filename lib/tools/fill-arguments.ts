import { chooseSubject } from './choose-subject';
import type { JsonObject, ToolInfo, Whose } from './tool.schema';

export type Filled =
  | { kind: 'filled'; args: JsonObject }
  /** It takes a subject and nobody is verified: nothing is sent. */
  | { kind: 'not_verified' };

/**
 * The arguments exactly as they are sent: those the tool was accepted with and no others, the subject and the key set here
 * whatever the given ones say of them.
 */
export function fillArguments(tool: ToolInfo, given: JsonObject, whose: Whose, key: string | undefined): Filled {
  const { subjectArgument, keyArgument, takes, connector } = tool;
  const own = Object.entries(given).filter(
    ([name]) => takes.has(name) && name !== subjectArgument && name !== keyArgument,
  );
  const args: JsonObject = Object.fromEntries(own);
  if (subjectArgument) {
    const subject = chooseSubject(connector, whose);
    if (!subject) return { kind: 'not_verified' };
    args[subjectArgument] = subject;
  }
  if (keyArgument && key) args[keyArgument] = key;
  return { kind: 'filled', args };
}
