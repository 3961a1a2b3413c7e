import { expect, it } from 'vitest';
import { nameTool } from './name-tool';

it.each([
  ['refunds.create', 'Refund'],
  ['deliveries.reschedule', 'Reschedule delivery'],
  ['orders.cancel', 'Cancel order'],
  ['accounts.change_email', 'Change email'],
  ['books:orders.cancel', 'Cancel order'],
  ['accounts.send_password_reset', 'Send password reset'],
  ['ping', 'Ping'],
  ['', ''],
])('%s → %s', (tool, words) => {
  expect(nameTool(tool)).toBe(words);
});
