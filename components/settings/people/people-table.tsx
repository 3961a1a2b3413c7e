'use client';

import { Avatar } from '@/components/ui/avatar';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import type { PeopleView, PersonRow } from '@/lib/auth/person.schema';
import { formatAgo } from '@/lib/format/format-time';
import { describeHours } from './describe-hours';

type Props = { rows: PersonRow[]; skills: PeopleView['skills'] };

const head = 'font-text';

export function PeopleTable({ rows, skills }: Props) {
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="sr-only">People</caption>
      <thead className="text-meta text-ink-3 max-pane:sr-only">
        <tr className="h-8 border-b border-line">
          <th scope="col" className={head}>
            Person
          </th>
          <th scope="col" className={`${head} w-28`}>
            Role
          </th>
          <th scope="col" className={join(head, 'w-64 max-desk:w-48')}>
            Teams and skills
          </th>
          <th scope="col" className={join(head, 'w-44 max-wide:hidden')}>
            Hours
          </th>
          <th scope="col" className={join(head, 'w-20 text-right')}>
            Holds
          </th>
          <th scope="col" className={join(head, 'w-28 pl-4 text-right')}>
            Last seen
          </th>
        </tr>
      </thead>
      <tbody className="max-pane:block">
        {rows.map((person) => (
          <Row key={person.id} person={person} skills={skills} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ person, skills }: { person: PersonRow; skills: Props['skills'] }) {
  const now = useNow(60_000);
  const out = person.disabledAt !== null;
  const full = person.load >= person.capacity;
  const able = skills.filter(({ key }) => person.skills.includes(key)).map(({ name }) => name);
  return (
    <tr className="relative h-12 border-b border-line hover:bg-hover max-pane:flex max-pane:h-auto max-pane:flex-wrap max-pane:items-center max-pane:gap-x-3 max-pane:gap-y-0.5 max-pane:py-2.5">
      <th scope="row" className="py-1.5 pr-4 font-text max-pane:w-full max-pane:p-0">
        <span className="flex items-center gap-3">
          <Avatar
            name={person.name}
            hue={out ? null : person.hue}
            size={28}
            away={out ? undefined : !person.available}
          />
          <span className="min-w-0">
            <Link
              href={`/settings/people/${person.id}`}
              className="block truncate font-medium text-ink-1 after:absolute after:inset-0 focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
            >
              {person.name}
            </Link>
            <span className="block truncate text-meta text-ink-3">{person.email}</span>
          </span>
          <span className="sr-only">{out ? 'Disabled' : person.available ? 'Available' : 'Away'}</span>
        </span>
      </th>
      <td className="truncate pr-3 text-ink-2 first-letter:uppercase max-pane:pr-0 max-pane:pl-10 max-pane:text-meta">
        {person.roleName}
      </td>
      <td className="pr-4 max-pane:hidden">
        <span className="block truncate text-ink-2">{person.teams.map(({ name }) => name).join(', ') || '–'}</span>
        {able.length > 0 && <span className="block truncate text-meta text-ink-3">{able.join(', ')}</span>}
      </td>
      <td className="truncate pr-3 text-ink-2 max-wide:hidden">{describeHours(person.workingHours)}</td>
      <td
        className={join(
          'text-right tabular-nums max-pane:text-meta',
          full && person.load > 0 ? 'text-attention-text' : 'text-ink-2',
        )}
      >
        {out ? '–' : `${person.load} of ${person.capacity}`}
        {full && person.load > 0 && <span className="sr-only">, full</span>}
      </td>
      <td className="pl-4 text-right text-ink-2 tabular-nums max-pane:pl-0 max-pane:text-meta">
        {now > 0 && (person.lastSeenAt ? formatAgo(Date.parse(person.lastSeenAt), now) : 'Never')}
      </td>
    </tr>
  );
}
