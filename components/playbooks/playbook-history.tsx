'use client';

import { DefinitionHistory } from '@/components/definitions/definition-history';
import { VersionSaid } from '@/components/definitions/version-said';
import { titleKey } from '@/lib/format/title-key';
import { comparePlaybooks } from './compare-playbooks';
import { usePlaybook, usePlaybookVersion } from './queries';
import { StepsList } from './steps-list';

/** The versions of a playbook: what each changed, and its steps as they were. */
export function PlaybookHistory({ playbookKey }: { playbookKey: string }) {
  const playbook = usePlaybook(playbookKey).data;
  return (
    <DefinitionHistory
      name={{ kind: 'playbook', key: playbookKey }}
      title={(playbook?.draft ?? playbook?.newest)?.definition.name ?? titleKey(playbookKey)}
      standing={playbook}
    >
      {(version, against) => <PlaybookSaid playbookKey={playbookKey} version={version} against={against} />}
    </DefinitionHistory>
  );
}

type Props = { playbookKey: string; version: number; against: number | null };

function PlaybookSaid({ playbookKey, version, against }: Props) {
  const shown = usePlaybookVersion(playbookKey, version);
  const other = usePlaybookVersion(playbookKey, against);
  return (
    <VersionSaid
      shown={shown}
      against={against === null ? null : { version: against, read: other }}
      compare={(from, to) => comparePlaybooks(from.definition, to.definition)}
    >
      {({ definition }) => (
        <div className="px-6 max-pane:px-4">
          <StepsList definition={definition} findings={[]} chosen={null} />
        </div>
      )}
    </VersionSaid>
  );
}
