'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { usePreferences } from '@/components/shell/preferences';
import type { NotificationView } from '@/lib/conversations/notification.schema';
import { decideNotify } from './decide-notify';
import { numberTitle } from './number-title';
import { useNotifications, useReading } from './queries';

/** Tells a person of what is new while the page is open: the number in its title, the browser's notification, a sound. */
export function useTelling(): void {
  const { data } = useNotifications();
  const { preferences } = usePreferences();
  const router = useRouter();
  const known = useRef<Set<string> | null>(null);
  useReadWhereOneIs(data?.items);
  useNumberedTitle(data?.unread ?? 0);

  const tell = useEffectEvent((item: NotificationView) => {
    const permission = 'Notification' in window ? Notification.permission : 'denied';
    const how = decideNotify(preferences, { at: new Date(), hidden: document.hidden, permission });
    // Of several tabs one tells it: the others find the lock held, and what is held for a moment is told once.
    if (!how.browser && !how.sound) return;
    void navigator.locks?.request(`baton.told.${item.id}.${item.at}`, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      if (how.browser) show(item, (href) => router.push(href));
      if (how.sound) ring();
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    });
  });
  useEffect(() => {
    if (!data) return;
    const before = known.current;
    known.current = new Set(data.items.map(nameOf));
    // What was there when one came is no news.
    if (before) for (const item of data.items) if (!item.read && !before.has(nameOf(item))) tell(item);
  }, [data]);
}

const nameOf = ({ id, at }: NotificationView) => `${id} ${at}`;

function show(item: NotificationView, go: (href: string) => void): void {
  const body = item.conversation ? [item.conversation.customer, item.conversation.gist].filter(Boolean).join(': ') : '';
  const shown = new Notification(item.says, { body, tag: item.id, icon: '/icon.svg' });
  shown.onclick = () => {
    window.focus();
    if (item.conversation) go(`/inbox/all/${item.conversation.id}`);
    shown.close();
  };
}

/** Two short notes, made here: nothing has to be loaded for them. */
function ring(): void {
  const audio = new AudioContext();
  for (const [pitch, at] of [
    [660, 0],
    [880, 0.12],
  ] as const) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    const from = audio.currentTime + at;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.08, from);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.25);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.25);
  }
  setTimeout(() => void audio.close(), 1_000);
}

/** Whoever has the conversation before them has read what was told of it. */
function useReadWhereOneIs(items: NotificationView[] | undefined): void {
  const path = usePathname();
  const reading = useReading();
  const here = /^\/inbox\/[^/]+\/([^/]+)/.exec(path)?.[1];
  const unread = here !== undefined && (items ?? []).some((one) => !one.read && one.conversation?.id === here);
  const read = useEffectEvent((conversationId: string) => reading.mutate({ conversationId }));
  useEffect(() => {
    if (!unread || !here) return;
    const look = () => !document.hidden && read(here);
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [unread, here]);
}

/** "(3) Inbox": the title changes with the page, so the number is put back before each. */
function useNumberedTitle(unread: number): void {
  useEffect(() => {
    const number = () => {
      const title = numberTitle(document.title, unread);
      if (title !== document.title) document.title = title;
    };
    number();
    const watch = new MutationObserver(number);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [unread]);
}
