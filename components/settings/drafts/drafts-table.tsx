'use client';

import { FileCheck } from 'lucide-react';
import { SettingsPage } from '@/components/settings/settings-side';
import { EmptyState } from '@/components/ui/empty-state';
import type { DraftWeek } from '@/lib/quality/measure-drafts';

const reasons: Record<string, string | undefined> = {
  wrong: 'wrong',
  tone: 'tone',
  outdated: 'out of date',
  not_needed: 'not needed',
  other: 'something else',
};

/** What became of the drafts that the assistant laid before people, week by week. */
export function DraftsTable({ weeks }: { weeks: DraftWeek[] }) {
  const proposed = weeks.reduce((sum, week) => sum + week.proposed, 0);
  const sent = weeks.reduce((sum, week) => sum + week.sent, 0);
  return (
    <SettingsPage wide title="Drafts" says="what became of them">
      {weeks.length === 0 ? (
        <EmptyState icon={FileCheck} title="There were no drafts yet">
          When the assistant hands over, it proposes replies. Here stands how many were sent, and why others were not.
        </EmptyState>
      ) : (
        <>
          <p className="mb-4 text-title font-strong text-pretty">
            {sent} of {proposed} drafts were sent in the last eight weeks.
          </p>
          <table className="w-full border-collapse text-left tabular-nums">
            <thead>
              <tr className="h-8 border-b border-line text-meta text-ink-3 [&>th]:font-text">
                <th>Week of</th>
                <th className="text-right">Proposed</th>
                <th className="text-right">Sent</th>
                <th className="text-right">Changed, median</th>
                <th className="text-right">Put away</th>
                <th className="pl-8 max-pane:hidden">Why</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.week} className="h-9 border-b border-line">
                  <td>{week.week}</td>
                  <td className="text-right">{week.proposed}</td>
                  <td className="text-right">
                    {week.sent} <span className="text-ink-3">({Math.round((week.sent / week.proposed) * 100)}%)</span>
                  </td>
                  <td className="text-right">{week.edited === null ? '' : `${Math.round(week.edited * 100)}%`}</td>
                  <td className="text-right">{week.rejected}</td>
                  <td className="pl-8 text-ink-2 max-pane:hidden">
                    {Object.entries(week.reasons)
                      .map(([why, count]) => `${count} ${reasons[why] ?? why}`)
                      .join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </SettingsPage>
  );
}
