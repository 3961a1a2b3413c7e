'use client';

import { DefinitionHistory } from '@/components/definitions/definition-history';
import { VersionSaid } from '@/components/definitions/version-said';
import { titleKey } from '@/lib/format/title-key';
import { compareRules, sayChanges } from './compare-policies';
import { usePolicy, usePolicyVersion } from './queries';
import { RuleRow } from './rule-row';

/** The versions of a policy: what each said, and what it changed. */
export function PolicyHistory({ policyKey }: { policyKey: string }) {
  const policy = usePolicy(policyKey).data;
  return (
    <DefinitionHistory
      name={{ kind: 'policy', key: policyKey }}
      title={(policy?.draft ?? policy?.newest)?.definition.title ?? titleKey(policyKey)}
      standing={policy}
    >
      {(version, against) => <PolicySaid policyKey={policyKey} version={version} against={against} />}
    </DefinitionHistory>
  );
}

type Props = { policyKey: string; version: number; against: number | null };

function PolicySaid({ policyKey, version, against }: Props) {
  const shown = usePolicyVersion(policyKey, version);
  const other = usePolicyVersion(policyKey, against);
  return (
    <VersionSaid
      shown={shown}
      against={against === null ? null : { version: against, read: other }}
      compare={(from, to) => sayChanges(from.definition, to.definition)}
    >
      {({ definition: { rules }, sentences }, from) => (
        <ol aria-label="Rules">
          {compareRules(from?.definition.rules ?? rules, rules).changes.map((change, at) => (
            <li key={change.rule.name} className="border-b border-line">
              <RuleRow number={at + 1} change={change} sentence={sentences[at] ?? change.rule.name} findings={[]} />
            </li>
          ))}
        </ol>
      )}
    </VersionSaid>
  );
}
