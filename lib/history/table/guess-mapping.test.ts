import { describe, expect, it } from 'vitest';
import { asUtf16, oldTickets, type Vendor } from '../../../e2e/fixtures/old-tickets';
import type { HistoryField } from '../history.schema';
import { mappingSchema } from '../history.schema';
import { guessMapping } from './guess-mapping';
import { readHead, readRows } from './open-table';
import { readTicket } from './read-ticket';

const now = new Date('2026-11-20T12:00:00Z');
const bytesOf = (text: string) => Buffer.from(text, 'utf8');

function open(vendor: Vendor, rows = 40) {
  const head = readHead(bytesOf(oldTickets(vendor, rows)), 'utf-8', true)!;
  const { guess, vendor: found } = guessMapping(head.heads, head.rows, head.delimiter);
  const named = Object.fromEntries(
    Object.entries(guess.columns).map(([field, at]) => [field, head.heads[at]!]),
  ) as Partial<Record<HistoryField, string>>;
  return { head, guess, found, named };
}

describe('what is in which column', () => {
  it('of Zendesk', () => {
    const { found, named, guess } = open('zendesk');
    expect(found).toBe('Zendesk');
    expect(named).toEqual({
      ...{ id: 'Id', subject: 'Subject', cameAt: 'Created at', firstReply: 'First reply time in minutes' },
      ...{ solved: 'Solved at', reopened: 'Reopens', replies: 'Replies', channel: 'Via', category: 'Tags' },
      ...{ group: 'Group', agent: 'Assignee', satisfaction: 'Satisfaction Score', handle: 'Handle time in minutes' },
      status: 'Status',
    });
    expect(guess).toMatchObject({
      firstReplyAs: 'minutes',
      solvedAs: 'moment',
      handleAs: 'minutes',
      dateOrder: 'year',
    });
  });
  it('of Freshdesk, with semicolons, lines in a cell and days first', () => {
    const { found, named, guess } = open('freshdesk', 140);
    expect(found).toBe('Freshdesk');
    expect(named).toMatchObject({
      ...{
        id: 'Ticket ID',
        message: 'Description',
        cameAt: 'Created time',
        solved: 'Resolved time',
        channel: 'Source',
      },
      ...{
        firstReply: 'Initial response time',
        handle: 'Time tracked',
        satisfaction: 'Survey results',
        category: 'Type',
      },
    });
    expect(guess).toMatchObject({ delimiter: ';', dateOrder: 'day', handleAs: 'clock', firstReplyAs: 'moment' });
  });
  it('of Intercom, whose times are lengths in seconds', () => {
    const { found, named, guess } = open('intercom');
    expect(found).toBe('Intercom');
    expect(named).toMatchObject({
      id: 'Conversation ID',
      message: 'First message',
      satisfaction: 'Conversation rating',
    });
    expect(guess).toMatchObject({
      firstReplyAs: 'seconds',
      solvedAs: 'seconds',
      handleAs: 'seconds',
      satisfactionOf: 5,
    });
  });
  it('of Chatwoot, with tabs and seconds since 1970', () => {
    const { found, named, guess } = open('chatwoot');
    expect(found).toBe('Chatwoot');
    expect(named).toMatchObject({ id: 'Display ID', message: 'Message', channel: 'Inbox', solved: 'Resolved at' });
    expect(guess).toMatchObject({ delimiter: '\t', solvedAs: 'moment' });
  });
  it('takes no column for what its values cannot be, and none twice', () => {
    const { guess } = guessMapping(['Created', 'Message', 'Text'], [['soon', 'a', 'b']], ',');
    expect(guess.columns).toEqual({ message: 1 });
  });
  it('leaves open which number is the month where no value tells', () => {
    expect(guessMapping(['Created', 'Subject'], [['01/02/2026', 'x']], ',').guess.dateOrder).toBeUndefined();
  });
});

describe('rows', () => {
  async function* pieces(text: string, size: number) {
    for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
  }
  async function read(vendor: Vendor, text: string, size = 97) {
    const { head, guess } = open(vendor);
    const mapping = mappingSchema.parse(guess);
    const out: (string | object)[] = [];
    for await (const row of readRows(pieces(text, size), { delimiter: head.delimiter, width: head.heads.length })) {
      const got = row.cells && !row.reason ? readTicket(row.cells, mapping, now) : null;
      out.push(got?.ok ? got.ticket : `${row.line}: ${got ? got.reason : row.reason}`);
    }
    return out;
  }
  it('come whole over pieces, quotes and line ends', async () => {
    const rows = await read('freshdesk', oldTickets('freshdesk', 3));
    expect(rows[0]).toMatchObject({
      id: 'FD-0',
      cameAt: new Date('2026-05-01T08:00:00Z'),
      firstReplyMs: 1_800_000,
      resolutionMs: 14_400_000,
      closed: true,
      channel: 'email',
      category: 'Question',
      satisfied: true,
    });
    expect(rows).toHaveLength(3);
  });
  it('that are wrong are told by line and reason, and the others go on', async () => {
    const set = (at: number, value: string) => (cells: string[]) => cells.with(at, value);
    const spoil = {
      1: set(9, 'someday'),
      2: set(5, ' '),
      3: (cells: string[]) => cells.slice(0, 4),
      4: set(9, '2031-01-01'),
    };
    const rows = await read('zendesk', oldTickets('zendesk', 6, { spoil }));
    expect(rows.filter((row) => typeof row === 'string')).toEqual([
      '3: “someday” is no date when it came.',
      '4: It does not say what it was about.',
      '5: It has 4 columns, the head has 16.',
      '6: It came in the future.',
    ]);
    expect(rows).toHaveLength(6);
  });
  it('after a quote that is never closed are told, not lost in silence', async () => {
    const text = `${oldTickets('zendesk', 2)}"9,never closed\r\n${oldTickets('zendesk', 3).split('\r\n').slice(1).join('\r\n')}`;
    const rows = await read('zendesk', text, 1_000);
    expect(rows.slice(0, 2).every((row) => typeof row === 'object')).toBe(true);
    expect(rows.slice(2).some((row) => typeof row === 'string')).toBe(true);
  });
});

it('knows a table in UTF-16', () => {
  const head = readHead(asUtf16(oldTickets('chatwoot', 5)), 'utf-16le', true);
  expect(head).toMatchObject({ delimiter: '\t', rows: { length: 5 } });
});
