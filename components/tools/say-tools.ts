import { formatTook } from '@/lib/format/format-time';
import type { ConnectorView, Figures, ToolRow } from '@/lib/tools/registry.schema';

export const kindNames: Record<ConnectorView['kind'], string> = { mcp: 'MCP', http: 'HTTP' };

export const authNames: Record<ConnectorView['auth']['kind'], string> = {
  none: 'None',
  bearer: 'Bearer token',
  header: 'Header of its own',
  basic: 'User and password',
  client_credentials: 'OAuth: client credentials',
  authorization_code: 'OAuth: somebody signs in',
};

export const riskNames: Record<ToolRow['risk'], string> = { low: 'Low', medium: 'Medium', high: 'High' };

/** What a p95 is shown as; nothing was measured where nothing was called. */
export const sayTime = (ms: number | null): string => (ms === null ? '–' : formatTook(ms));

export const sayErrors = ({ calls, failures }: Figures): string =>
  calls === 0 ? '–' : failures === 0 ? '0' : `${failures.toLocaleString('en')} (${share(failures, calls)})`;

export function share(part: number, whole: number): string {
  const percent = (part / whole) * 100;
  return percent < 1 ? 'under 1%' : `${Math.round(percent)}%`;
}

/** A sentence over a system: how many tools, and what wants a look. */
export function sayTools(tools: readonly ToolRow[]): string {
  const count = (standing: ToolRow['standing']) => tools.filter((tool) => tool.standing === standing).length;
  const parts = [
    tools.length === 1 ? '1 tool' : `${tools.length} tools`,
    count('new') > 0 && `${count('new')} to look through`,
    count('held') + count('stopped') > 0 && `${count('held') + count('stopped')} changed`,
    count('gone') > 0 && `${count('gone')} gone`,
    count('off') > 0 && `${count('off')} off`,
  ];
  return parts.filter(Boolean).join(', ');
}
