import type { MetricSettings } from '../../lib/metrics/metric.schema';

const dollar = 1_000_000;
const minute = 60_000;

/** What a shop of Northline's size would count its figures by: an agent in Denver, messages at list price, one small server. */
export const shopFigures = {
  timeZone: 'America/Denver',
  labourMicrosPerHour: 34 * dollar,
  channelMicros: { sms: 0.016 * dollar, voice: 0.11 * dollar, email: 0.001 * dollar },
  platformMicrosPerMonth: 900 * dollar,
  activeGapMinutes: 10,
  targets: {
    verified_resolution: 0.42,
    csat: 0.9,
    first_contact: 0.82,
    first_reply_assistant: 10_000,
    first_reply_agents: 5 * minute,
    handle_time_agents: 7 * minute,
    sla: 0.95,
    error_rate: 0.035,
    cost_per_verified: 8.5 * dollar,
  },
} satisfies MetricSettings;
