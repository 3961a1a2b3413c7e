import type { ProviderInput, ProviderView } from '@/lib/models/model.schema';
import type { RoleDraft } from './role-fields';
import { roleOrder } from './say-models';

/** What stands in the form; numbers may be empty while one types. */
export type ProviderDraft = {
  name: string;
  url: string;
  key: string | undefined;
  style: ProviderInput['style'];
  enabled: boolean;
  seconds: number | null;
  mostAtOnce: number | null;
  mostPerMinute: number | null;
  roles: RoleDraft;
};

const noModel = { model: '', input: 0, cached: 0, output: 0 };

export const draftOf = (provider: ProviderView | null): ProviderDraft => ({
  name: provider?.name ?? '',
  url: provider?.url ?? '',
  key: undefined,
  style: provider?.style ?? 'chat',
  enabled: provider?.enabled ?? true,
  seconds: (provider?.patienceMs ?? 6_000) / 1_000,
  mostAtOnce: provider?.mostAtOnce ?? 8,
  mostPerMinute: provider?.mostPerMinute ?? null,
  roles: {
    large: provider?.choices.large ?? noModel,
    small: provider?.choices.small ?? noModel,
    embedding: provider?.choices.embedding ?? noModel,
  },
});

/** As it is sent; a role without a name is left out. Whoever reads it checks it. */
export function inputOf(
  { seconds, roles, key, ...draft }: ProviderDraft,
  id: string | undefined,
): Record<string, unknown> {
  const named = roleOrder.filter((role) => roles[role].model.trim() !== '');
  return {
    ...draft,
    ...(id !== undefined && { id }),
    ...(key !== undefined && { key }),
    url: draft.url.trim(),
    patienceMs: seconds === null ? null : Math.round(seconds * 1_000),
    choices: Object.fromEntries(named.map((role) => [role, roles[role]])),
  };
}

/** Whether enough stands there to be tried or saved. */
export const isWhole = ({ name, url, roles }: ProviderDraft): boolean =>
  name.trim() !== '' && url.trim() !== '' && roleOrder.some((role) => roles[role].model.trim() !== '');
