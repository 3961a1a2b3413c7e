import { Link } from '@/components/ui/link';

export type CompareCell = { says: string; href?: string; title?: string };
export type CompareRow = { name: string; title?: string; assistant: CompareCell; agents: CompareCell };

/** The assistant's figures and those of agents side by side, never added. */
export function CompareTable({ rows }: { rows: readonly CompareRow[] }) {
  return (
    <table className="w-full text-left">
      <SidesHead />
      <tbody>
        {rows.map(({ name, title, assistant, agents }) => (
          <tr key={name} className="h-8 border-t border-line">
            <th scope="row" className="font-text text-ink-2" title={title}>
              {name}
            </th>
            <Cell {...assistant} />
            <Cell {...agents} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whose figures stand in which column. */
export function SidesHead({ working = false }: { working?: boolean }) {
  return (
    <thead>
      <tr className="h-7">
        <td />
        <th scope="col" className="text-right text-meta font-medium text-assistant-text">
          Assistant
        </th>
        <th scope="col" className={`${working ? 'w-20' : 'w-28'} text-right text-meta font-medium text-accent-text`}>
          Agents
        </th>
        {working && (
          <th scope="col" className="w-25 text-right text-meta font-medium text-accent-text">
            Working hours
          </th>
        )}
      </tr>
    </thead>
  );
}

function Cell({ says, href, title }: CompareCell) {
  return (
    <td className="pl-3 text-right whitespace-nowrap tabular-nums" title={title}>
      {href && says !== '–' ? (
        <Link href={href} className="rounded-corner-small hover:underline">
          {says}
        </Link>
      ) : (
        says
      )}
    </td>
  );
}
