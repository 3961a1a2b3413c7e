import { join } from '@/components/ui/join';
import type { PlaybookFinding } from '@/lib/governance/playbook-finding.schema';

/** What is wrong, in a line under the field it is in. */
export function Finding({ finding: { severity, column, says } }: { finding: PlaybookFinding }) {
  return (
    <p
      className={join(
        'text-pretty',
        severity === 'error' ? 'text-danger-text' : severity === 'warning' ? 'text-attention-text' : 'text-ink-3',
      )}
    >
      {severity === 'error' ? '' : severity === 'warning' ? 'Look at this: ' : 'Hint: '}
      {says}
      {column !== null && ` (character ${column})`}
    </p>
  );
}
