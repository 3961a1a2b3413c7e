'use client';

import { Eye, PencilLine } from 'lucide-react';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { ToolRow } from '@/lib/tools/registry.schema';
import { riskNames, sayErrors, sayTime } from './say-tools';
import { StandingBadge, ToolHealthSign } from './standing-badge';

/** The tools of a system: what each does, how it does, and whether it is used. */
export function ToolTable({ tools }: { tools: ToolRow[] }) {
  return (
    <table className="w-full border-separate border-spacing-0">
      <thead>
        <tr className="text-left text-meta text-ink-3">
          <Th>Tool</Th>
          <Th wide>Does</Th>
          <Th wide>Risk</Th>
          <Th wider>Subject</Th>
          <Th wide>Health</Th>
          <Th wide right>
            p95
          </Th>
          <Th wider right>
            Errors, 24 h
          </Th>
          <Th wider right>
            Last used
          </Th>
          <Th right>State</Th>
        </tr>
      </thead>
      <tbody>
        {tools.map((tool) => (
          <Row key={tool.id} tool={tool} />
        ))}
      </tbody>
    </table>
  );
}

function Th({ children, right, wide, wider }: { children: string; right?: boolean; wide?: boolean; wider?: boolean }) {
  return (
    <th
      scope="col"
      className={join(
        'h-8 border-b border-line pr-4 font-text whitespace-nowrap last:pr-0',
        right && 'text-right',
        wide && 'max-pane:hidden',
        wider && 'max-[1180px]:hidden',
      )}
    >
      {children}
    </th>
  );
}

function Row({ tool }: { tool: ToolRow }) {
  const now = useNow(60_000);
  const cell = 'h-11 border-b border-line pr-4 whitespace-nowrap group-hover:bg-hover last:pr-0';
  const Sign = tool.write ? PencilLine : Eye;
  return (
    <tr className="group relative">
      <td className={join(cell, 'max-w-72 py-1 whitespace-normal')}>
        <Link
          href={`/automation/tools/${tool.id}`}
          className="font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
        >
          {tool.called}
        </Link>
        <span className="block truncate text-meta text-ink-3">{tool.title}</span>
      </td>
      <td className={join(cell, 'max-pane:hidden')}>
        <span className="inline-flex items-center gap-1.5 text-ink-2">
          <Sign size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
          {tool.write ? 'Writes' : 'Reads'}
        </span>
      </td>
      <td className={join(cell, 'max-pane:hidden', tool.risk === 'high' ? 'text-ink-1' : 'text-ink-2')}>
        {riskNames[tool.risk]}
      </td>
      <td className={join(cell, 'text-ink-2 max-[1180px]:hidden')}>{tool.subjectArgument ?? '–'}</td>
      <td className={join(cell, 'max-pane:hidden')}>
        <ToolHealthSign health={tool.health} />
      </td>
      <td className={join(cell, 'text-right tabular-nums max-pane:hidden')}>
        {sayTime(tool.hour.p95Ms ?? tool.day.p95Ms)}
      </td>
      <td
        className={join(
          cell,
          'text-right tabular-nums max-[1180px]:hidden',
          tool.day.failures > 0 ? 'text-danger-text' : 'text-ink-2',
        )}
      >
        {sayErrors(tool.day)}
      </td>
      <td className={join(cell, 'text-right text-ink-2 tabular-nums max-[1180px]:hidden')}>
        {tool.lastUsedAt && now > 0 ? formatMoment(tool.lastUsedAt, now) : '–'}
      </td>
      <td className={join(cell, 'text-right')}>
        <StandingBadge standing={tool.standing} />
      </td>
    </tr>
  );
}
