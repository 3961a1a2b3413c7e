import { z } from 'zod';
import { previewDue } from '@/lib/conversations/arrange-promises';
import { personRoute } from '@/lib/http/route';

const query = z.object({
  minutes: z.coerce.number().int().min(1).max(525_600),
  calendar: z.uuid().optional(),
});

export const GET = personRoute({ permission: 'desk.organise', query }, ({ query: { minutes, calendar } }) =>
  previewDue({ minutes, calendarId: calendar ?? null }),
);
