'use client';

import { Plus, Sparkles } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ArrangedList, RowName } from '@/components/settings/desk/arranged-list';
import { useSkills } from '@/components/settings/desk/queries';
import { SettingsPage } from '@/components/settings/settings-side';
import { Button } from '@/components/ui/button';
import type { SkillsView } from '@/lib/conversations/triage.schema';

const SkillDialog = dynamic(() => import('./skill-dialog').then((one) => one.SkillDialog));

/** What not everybody can do, and what asks for it. */
export function SkillsDesk() {
  const { data, error, refetch } = useSkills();
  const [open, setOpen] = useState<SkillsView['skills'][number] | 'new' | null>(null);
  const names = new Map(data?.intents.map(({ key, name }) => [key, name]));
  return (
    <SettingsPage
      title="Skills"
      says={data && `${data.skills.length} ${data.skills.length === 1 ? 'skill' : 'skills'}`}
      doing={
        <Button size="form" look="filled" icon={Plus} onClick={() => setOpen('new')}>
          New skill
        </Button>
      }
    >
      <ArrangedList
        what="skills"
        rows={data?.skills}
        error={error}
        onRetry={() => void refetch()}
        empty={{
          icon: Sparkles,
          title: 'There is no skill yet',
          says: 'A skill is asked for by its intents: such conversations are given out only to people who have it.',
        }}
      >
        {(skill) => (
          <RowName
            name={skill.name}
            says={`${skill.people === 1 ? '1 person' : `${skill.people} people`}, ${
              skill.intents.length === 0
                ? 'asked for by nothing yet'
                : `asked for by ${skill.intents.map((key) => names.get(key) ?? key).join(', ')}`
            }`}
            onOpen={() => setOpen(skill)}
          />
        )}
      </ArrangedList>
      {open && data && (
        <SkillDialog skill={open === 'new' ? null : open} intents={data.intents} onClose={() => setOpen(null)} />
      )}
    </SettingsPage>
  );
}
