import { SelectField } from '@/components/ui/select-field';
import type { IntentsView } from '@/lib/governance/intent-view.schema';

type Props = { teams: IntentsView['teams']; value: string | null; onChange: (key: string | null) => void };

/** Which people it goes to when it is handed over. */
export function TeamField({ teams, value, onChange }: Props) {
  return (
    <SelectField label="Team" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">No team</option>
      {teams.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
