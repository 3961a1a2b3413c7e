import { formatMoney } from '../../format/format-money';

const mostShown = 8;

/**
 * What an action is, in the connector's own title and the very arguments it would be called with: what a customer agrees
 * to is not told by whoever proposes it.
 */
export function sayAction(title: string, args: Record<string, unknown>): string {
  const shown = Object.entries(args)
    .slice(0, mostShown)
    .map(([name, value]) => `${nameOf(name)} ${sayValue(name, value)}`);
  return shown.length > 0 ? `${title} (${shown.join(', ')})` : title;
}

const nameOf = (key: string): string =>
  key
    .replace(/Cents$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();

function sayValue(name: string, value: unknown): string {
  if (name.endsWith('Cents') && typeof value === 'number') return formatMoney(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
