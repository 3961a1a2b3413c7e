import { SelectField } from '@/components/ui/select-field';
import type { Rights } from '@/lib/auth/person.schema';

type Props = {
  value: Rights;
  roles: readonly { id: string; name: string }[];
  disabled?: boolean;
  onChange: (rights: Rights) => void;
};

const built = ['agent', 'supervisor', 'admin'] as const;
const helps = {
  agent: 'Works with the conversations of their teams.',
  supervisor: 'Sees everything, approves, reviews and arranges the desk.',
  admin: 'May do everything.',
};

/** A role that is always there, or one of one's own making. */
export function RoleField({ value, roles, disabled, onChange }: Props) {
  const chosen = value.customRoleId ?? value.role;
  return (
    <SelectField
      label="Role"
      value={chosen}
      disabled={disabled}
      help={value.customRoleId ? 'What it grants stands under Roles.' : helps[value.role]}
      onChange={(event) => {
        const role = built.find((one) => one === event.target.value);
        onChange(role ? { role, customRoleId: null } : { role: 'agent', customRoleId: event.target.value });
      }}
    >
      {built.map((role) => (
        <option key={role} value={role}>
          {role.charAt(0).toUpperCase() + role.slice(1)}
        </option>
      ))}
      {roles.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
