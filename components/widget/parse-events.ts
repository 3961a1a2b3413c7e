export type ServerEvent = { id: string | null; event: string; data: string };

/**
 * Cuts a server-sent event stream that comes in pieces of any size, as the HTML standard says: hand in what came,
 * get the events that are now complete. An event without data is none.
 */
export function eventParser(): (piece: string) => ServerEvent[] {
  let rest = '';
  let open = blank();

  return (piece) => {
    rest += piece;
    const events: ServerEvent[] = [];
    for (let end = lineEnd.exec(rest); end; end = lineEnd.exec(rest)) {
      const line = rest.slice(0, end.index);
      rest = rest.slice(end.index + end[0].length);
      if (line !== '') {
        readField(open, line);
        continue;
      }
      const { id, event, data } = open;
      if (data.length > 0) events.push({ id, event: event || 'message', data: data.join('\n') });
      open = blank();
    }
    return events;
  };
}

type OpenEvent = { id: string | null; event: string; data: string[] };
const blank = (): OpenEvent => ({ id: null, event: '', data: [] });

// A carriage return at the very end may be the first half of a pair whose second half is still on its way.
const lineEnd = /\r\n|\n|\r(?!$)/;

function readField(open: OpenEvent, line: string): void {
  const colon = line.indexOf(':');
  if (colon === 0) return; // a comment: the beat that keeps the line alive
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (field === 'data') open.data.push(value);
  else if (field === 'event') open.event = value;
  else if (field === 'id') open.id = value;
}
