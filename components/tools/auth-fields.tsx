'use client';

import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { type Auth, secretOf } from '@/lib/tools/auth.schema';
import type { ConnectorDraft } from './connector-draft';
import { authNames } from './say-tools';
import { SecretField } from './secret-field';

type Props = { draft: ConnectorDraft; kept: boolean; set: (more: Partial<ConnectorDraft>) => void };

const ways: Record<ConnectorDraft['kind'], Auth['kind'][]> = {
  mcp: ['none', 'bearer', 'header', 'client_credentials', 'authorization_code'],
  http: ['none', 'bearer', 'header', 'basic', 'client_credentials'],
};

/** How the other system is asked to believe us. */
export function AuthFields({ draft, kept, set }: Props) {
  const { way, kind } = draft;
  const secret = secretOf[way];
  const field = (
    label: string,
    key: 'header' | 'user' | 'clientId' | 'scope' | 'tokenUrl' | 'issuer',
    help?: string,
  ) => (
    <Field
      label={label}
      spellCheck={false}
      autoComplete="off"
      maxLength={500}
      value={draft[key]}
      onChange={(event) => set({ [key]: event.target.value })}
      {...(help && { help })}
    />
  );
  return (
    <div className="grid grid-cols-2 items-start gap-4 max-pane:grid-cols-1">
      <SelectField
        label="How it lets us in"
        value={way}
        onChange={(event) => set({ way: event.target.value as Auth['kind'], secret: kept ? draft.secret : undefined })}
      >
        {ways[kind].map((one) => (
          <option key={one} value={one}>
            {authNames[one]}
          </option>
        ))}
      </SelectField>
      {way === 'header' && field('Header', 'header', 'Such as X-Api-Key.')}
      {way === 'basic' && field('User', 'user')}
      {(way === 'client_credentials' || way === 'authorization_code') &&
        field(
          'Client id',
          'clientId',
          way === 'authorization_code' ? 'Empty: Baton registers itself, where the server lets it.' : undefined,
        )}
      {way === 'client_credentials' &&
        (kind === 'http'
          ? field('Where tokens are given', 'tokenUrl', 'The full address of the token endpoint.')
          : field('Issuer', 'issuer', 'The only server that the client’s secret is shown to.'))}
      {(way === 'client_credentials' || way === 'authorization_code') && field('Scope', 'scope', 'Mostly empty.')}
      {secret && (
        <SecretField label={secret} kept={kept} value={draft.secret} onChange={(value) => set({ secret: value })} />
      )}
    </div>
  );
}
