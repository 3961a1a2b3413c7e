import type { Metadata } from 'next';
import { NotificationList } from '@/components/notifications/notification-list';

export const metadata: Metadata = { title: 'Notifications' };

/** On a phone, where the rail with its bell has no room. */
export default function NotificationsPage() {
  return (
    <main id="main" className="min-w-0 flex-1 bg-surface">
      <h1 className="sr-only">Notifications</h1>
      <div className="mx-auto max-w-[680px]">
        <NotificationList />
      </div>
    </main>
  );
}
