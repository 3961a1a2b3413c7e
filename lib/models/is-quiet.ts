import type { ModelSettings } from './model.schema';

/** Whether it is an hour for what can wait (UTC); over midnight where the end comes before the beginning, never where both are one. */
export function isQuiet(now: Date, { quietFrom, quietTo }: Pick<ModelSettings, 'quietFrom' | 'quietTo'>): boolean {
  const hour = now.getUTCHours();
  return quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}
