import { type CommandId, commandIds, commands, keyOf, type OwnKeys } from './commands';

export type KeyVerdict = { ok: true; key: string } | { ok: false; why: 'browser' | 'typing' | 'taken'; by?: CommandId };

// What scrolls, moves the focus or belongs to the browser is never taken from it.
const theirs =
  /^(Tab|Space|Escape|F\d+|Arrow\w+|Page(Up|Down)|Home|End|Insert|CapsLock|ContextMenu|PrintScreen|ScrollLock|Pause|NumLock|Meta\w*|Control\w*|Alt\w*|Shift\w*)$/;
const withMod = new Set(['Mod+Enter', 'Mod+Shift+Enter', 'Mod+KeyK', 'Mod+Period', 'Mod+Semicolon', 'Mod+Shift+KeyK']);

/** Whether a pressed key can be a command's. Of a sequence the second key is chosen, the first stays. */
export function decideKey(id: CommandId, pressed: string, own: OwnKeys): KeyVerdict {
  const first = commands[id].key.split(' ').length > 1 ? keyOf(id, own).split(' ')[0] : undefined;
  const code = pressed.split('+').at(-1) ?? '';
  if (theirs.test(code) || code === '') return { ok: false, why: 'browser' };
  if (pressed.startsWith('Mod+') && !withMod.has(pressed)) return { ok: false, why: 'browser' };
  if (commands[id].typing && !pressed.startsWith('Mod+')) return { ok: false, why: 'typing' };
  const key = first ? `${first} ${pressed}` : pressed;
  const by = commandIds.find((other) => other !== id && clashes(keyOf(other, own), key));
  return by ? { ok: false, why: 'taken', by } : { ok: true, key };
}

/** Equal, or one is the beginning of the other: the longer one could then never be pressed. */
function clashes(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
