const priorities = ['urgent', 'high', 'normal', 'low'];

/** As lib/conversations/macro.schema.ts has them; a formatter knows shapes, not rooms. */
type Action =
  | { kind: 'label' | 'assign_person' | 'assign_team'; name: string }
  | { kind: 'priority'; priority: number }
  | { kind: 'snooze'; hours: number | null }
  | { kind: 'solve' }
  | { kind: 'note'; text: string };

/** What an action of a macro does, as it goes on after "On send:". */
export function sayAction(action: Action): string {
  switch (action.kind) {
    case 'label':
      return `add the label ${action.name}`;
    case 'assign_person':
    case 'assign_team':
      return `give it to ${action.name}`;
    case 'priority':
      return `set the priority to ${priorities[action.priority - 1] ?? 'normal'}`;
    case 'snooze':
      return action.hours === null ? 'snooze until the customer replies' : `snooze for ${sayHours(action.hours)}`;
    case 'solve':
      return 'solve it';
    case 'note':
      return `leave a note: ${action.text.length > 40 ? `${action.text.slice(0, 39)}…` : action.text}`;
  }
}

export function sayHours(hours: number): string {
  if (hours % 24 === 0) return hours === 24 ? 'a day' : `${hours / 24} days`;
  return hours === 1 ? 'an hour' : `${hours} hours`;
}
