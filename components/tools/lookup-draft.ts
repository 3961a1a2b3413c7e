import type { ConnectorWithTools } from '@/lib/tools/registry.schema';
import { type Pair, pairsOf, recordOf } from './expression-rows';

type Lookup = NonNullable<ConnectorWithTools['proposal']>;

/** How an account is looked up, as it stands in the form. */
export type LookupDraft = { tool: string; args: Pair[]; value: string; name: string; tier: string };

export const openLookup = ({ tool, args, value, name, tier }: Lookup): LookupDraft => ({
  tool,
  args: pairsOf(args),
  value,
  name: name ?? '',
  tier: tier ?? '',
});

/** Begun from what the system seems to offer, else from its first tool that only reads. */
export function beginLookup(connector: Pick<ConnectorWithTools, 'proposal' | 'tools'> | null): LookupDraft {
  if (connector?.proposal) return openLookup(connector.proposal);
  const tool = connector?.tools.find(({ write }) => !write)?.name ?? '';
  return openLookup({ tool, args: { email: 'email' }, value: 'found.id' });
}

/** As it is sent: what is empty is left out. */
export function lookupOf({ tool, args, value, name, tier }: LookupDraft): Lookup {
  const filled = (key: string, text: string) => (text.trim() === '' ? {} : { [key]: text.trim() });
  return { tool, args: recordOf(args), value: value.trim(), ...filled('name', name), ...filled('tier', tier) };
}
