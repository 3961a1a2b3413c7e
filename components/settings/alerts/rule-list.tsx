'use client';

import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { keepRule } from '@/app/(workspace)/metrics/levels/actions';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { NumberField } from '@/components/ui/number-field';
import { Switch } from '@/components/ui/switch';
import { type RuleInput, type RuleView, ruleInputSchema } from '@/lib/alerts/alert.schema';
import { formatSpan } from '@/lib/format/format-time';
import { useTellingChange } from './queries';

/** What is looked for. Everybody who may read metrics hears of it in their notifications. */
export function RuleList({ rules }: { rules: RuleView[] }) {
  const [edited, setEdited] = useState<string | null>(null);
  const editing = rules.find(({ key }) => key === edited);
  return (
    <section aria-labelledby="alert-rules">
      <h2 id="alert-rules" className="text-title font-strong tracking-(--tracking-title)">
        What is looked for
      </h2>
      <p className="mt-1 text-pretty text-ink-2">
        Who may read metrics hears of it in their notifications, webhooks and mail beside that. An alert ends by itself.
      </p>
      <ul className="mt-4 border-t border-line">
        {rules.map((rule) => {
          const { key, name, says, severity, enabled, threshold, unit, againMinutes } = rule;
          return (
            <li key={key} className="flex items-start gap-3 border-b border-line py-2.5">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {name}
                  {enabled ? (
                    <Badge
                      tone={severity === 'urgent' ? 'danger' : 'attention'}
                      icon={severity === 'urgent' ? CircleAlert : TriangleAlert}
                    >
                      {severity === 'urgent' ? 'Urgent' : 'Look'}
                    </Badge>
                  ) : (
                    <Badge>Off</Badge>
                  )}
                </p>
                <p className="text-meta text-pretty text-ink-3">
                  {says} {threshold !== null && `From ${threshold} ${unit}. `}
                  Again every{' '}
                  {formatSpan(againMinutes * 60_000)
                    .replace(/^1 h$/, 'hour')
                    .replace(/^1 d$/, 'day')}{' '}
                  until somebody has it.
                </p>
              </div>
              <Button look="plain" aria-label={`Change ${name}`} onClick={() => setEdited(key)}>
                Change
              </Button>
            </li>
          );
        })}
      </ul>
      {editing && <RuleDialog rule={editing} onClose={() => setEdited(null)} />}
    </section>
  );
}

function RuleDialog({ rule, onClose }: { rule: RuleView; onClose: () => void }) {
  const { key, enabled, threshold, againMinutes, name, says, unit } = rule;
  const [draft, setDraft] = useState<RuleInput>({ key, enabled, threshold, againMinutes });
  const saving = useTellingChange(keepRule, 'The rule was not saved', 'Saved');
  const set = (more: object) => setDraft((now) => ({ ...now, ...more }));
  const parsed = ruleInputSchema.safeParse(draft);
  const wrong = (field: string) => parsed.error?.issues.find(({ path }) => path[0] === field)?.message ?? null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={name} description={says}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (parsed.success) saving.mutate(parsed.data, { onSuccess: onClose });
        }}
      >
        <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
          {threshold !== null && (
            <NumberField
              label={`From, ${unit}`}
              min={1}
              step={1}
              value={draft.threshold}
              wrong={wrong('threshold')}
              onChange={(value) => set({ threshold: value ?? 0 })}
            />
          )}
          <NumberField
            label="Again after, minutes"
            min={5}
            step={5}
            value={draft.againMinutes}
            wrong={wrong('againMinutes')}
            help="Nobody hears of it more often."
            onChange={(value) => set({ againMinutes: value })}
          />
        </div>
        <Switch label="Looked for" checked={draft.enabled} onChange={(next) => set({ enabled: next })} />
        <div className="flex justify-end gap-2">
          <Button size="form" look="plain" onClick={onClose}>
            Leave it
          </Button>
          <Button size="form" look="filled" type="submit" disabled={!parsed.success} busy={saving.isPending}>
            Save the rule
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
