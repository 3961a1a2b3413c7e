/** What can be done by key. A key is physical (`KeyboardEvent.code`); two of them with a space are pressed one after the other. */
type Command = {
  area: string;
  says: string;
  key: string;
  /** Works while one types, so its key needs ⌘ or Ctrl. */
  typing?: true;
  /** Cannot be given another key. */
  fixed?: true;
};

const table = {
  'list.next': { area: 'List', says: 'Next conversation', key: 'KeyJ' },
  'list.previous': { area: 'List', says: 'Previous conversation', key: 'KeyK' },
  'list.open': { area: 'List', says: 'Into the conversation', key: 'Enter' },
  'list.select': { area: 'List', says: 'Select', key: 'KeyX' },
  'conversation.take': { area: 'Conversation', says: 'Take it', key: 'KeyI' },
  'conversation.assign': { area: 'Conversation', says: 'Assign', key: 'KeyA' },
  'conversation.solve': { area: 'Conversation', says: 'Solve', key: 'KeyE' },
  'conversation.solveNext': { area: 'Conversation', says: 'Solve and next', key: 'Shift+KeyE' },
  'conversation.snooze': { area: 'Conversation', says: 'Snooze', key: 'KeyH' },
  'conversation.label': { area: 'Conversation', says: 'Label', key: 'KeyL' },
  'conversation.handBack': { area: 'Conversation', says: 'Hand back to the assistant', key: 'KeyB' },
  'desk.undo': { area: 'Conversation', says: 'Undo', key: 'KeyZ' },
  'conversation.reply': { area: 'Writing', says: 'Reply', key: 'KeyR' },
  'conversation.note': { area: 'Writing', says: 'Note', key: 'KeyN' },
  'conversation.draft': { area: 'Writing', says: 'Draft a reply', key: 'KeyD' },
  'draft.first': { area: 'Writing', says: 'Take draft 1, or accept the next step', key: 'Digit1' },
  'draft.second': { area: 'Writing', says: 'Take draft 2', key: 'Digit2' },
  'draft.third': { area: 'Writing', says: 'Take draft 3', key: 'Digit3' },
  'composer.send': { area: 'Writing', says: 'Send', key: 'Mod+Enter', typing: true },
  'composer.sendAndSolve': { area: 'Writing', says: 'Send and solve', key: 'Mod+Shift+Enter', typing: true },
  'approval.approve': { area: 'Approvals', says: 'Approve', key: 'KeyY' },
  'approval.refuse': { area: 'Approvals', says: 'Refuse', key: 'KeyV' },
  'approval.ask': { area: 'Approvals', says: 'Ask before deciding', key: 'KeyW' },
  'desk.search': { area: 'Everywhere', says: 'Search', key: 'Slash' },
  'desk.palette': { area: 'Everywhere', says: 'Everything, by name', key: 'Mod+KeyK', typing: true },
  'desk.back': { area: 'Everywhere', says: 'Back', key: 'Escape', fixed: true },
  'desk.keys': { area: 'Everywhere', says: 'Keyboard shortcuts', key: 'Shift+Slash' },
  'go.inbox': { area: 'Go to', says: 'Inbox', key: 'KeyG KeyI' },
  'go.review': { area: 'Go to', says: 'Review', key: 'KeyG KeyR' },
  'go.queue': { area: 'Go to', says: 'The queue', key: 'KeyG KeyQ' },
  'go.knowledge': { area: 'Go to', says: 'Knowledge', key: 'KeyG KeyK' },
  'go.approvals': { area: 'Go to', says: 'Approvals', key: 'KeyG KeyA' },
  'go.actions': { area: 'Go to', says: 'The action ledger', key: 'KeyG KeyL' },
  'go.metrics': { area: 'Go to', says: 'Metrics', key: 'KeyG KeyM' },
  'go.settings': { area: 'Go to', says: 'Settings', key: 'KeyG KeyS' },
} satisfies Record<string, Command>;

export type CommandId = keyof typeof table;
export const commands: Record<CommandId, Command> = table;
export const commandIds = Object.keys(table) as CommandId[];

export type OwnKeys = Readonly<Record<string, string | undefined>>;

/** The key of a command: a person's own, or the one it comes with. */
export const keyOf = (id: CommandId, own: OwnKeys): string => own[id] ?? commands[id].key;

const names: Record<string, string | undefined> = {
  Enter: '⏎',
  Escape: 'Esc',
  Slash: '/',
  Period: '.',
  Comma: ',',
  Semicolon: ';',
  Quote: '’',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
  Backspace: '⌫',
  Delete: 'Del',
};

/** How a key is drawn: one entry for each cap, `then` between two that follow each other. */
export function drawKey(key: string): string[] {
  if (key === 'Shift+Slash') return ['?'];
  return key.split(' ').flatMap((press, at) => {
    const parts = press.split('+');
    const code = parts.pop() ?? '';
    const caps = parts.map((held) => (held === 'Mod' ? '⌘' : '⇧'));
    const cap = names[code] ?? code.replace(/^(Key|Digit)/, '');
    return [...(at > 0 ? ['then'] : []), ...caps, cap];
  });
}
