import { DateTime } from 'luxon';
import type { SurveySettings, SurveyWay } from './surveys.schema';

/** Whether it is an hour in which nobody is asked anything. From 20 to 8 goes over midnight; the same twice is never. */
export function isQuietHour({ quietFrom, quietTo }: SurveySettings['limits'], timeZone: string, now: Date): boolean {
  const { hour } = DateTime.fromJSDate(now, { zone: timeZone });
  return quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}

/** How a customer can be reached. */
export type Reach = { channel: string; email: boolean; chat: boolean; mailWorks: boolean };

/** Channels on which a closing message reaches the customer after the end; a chat asks in its own window. */
const messaged = new Set(['api', 'email', 'sms', 'social']);

export function chooseCsatWay({ mail, message }: SurveySettings['csat'], reach: Reach): SurveyWay | null {
  if (reach.channel === 'web_chat') return null;
  if (mail && reach.email && reach.mailWorks) return 'mail';
  return message && messaged.has(reach.channel) ? 'message' : null;
}

export function chooseNpsWay({ mail, chat }: SurveySettings['nps'], reach: Reach): SurveyWay | null {
  if (mail && reach.email && reach.mailWorks) return 'mail';
  return chat && reach.chat ? 'chat' : null;
}

/** Rounds of so many days since 1970: who is drawn in one is drawn anew in the next. */
export const roundOf = (everyDays: number, now: Date): number => Math.floor(now.getTime() / 86_400_000 / everyDays);
