'use server';

import { personAction } from '@/lib/http/action';
import { metricSettingsSchema } from '@/lib/metrics/metric.schema';
import { saveMetricSettings } from '@/lib/metrics/metric-settings';

const saving = personAction({ permission: 'desk.administer', input: metricSettingsSchema }, saveMetricSettings);

export async function keepFigures(input: unknown) {
  return saving(input);
}
