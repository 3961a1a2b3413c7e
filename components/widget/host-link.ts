import type { FromFrame, ToFrame } from './frame-messages';

export type HostLink = { framed: boolean; tell(message: FromFrame): void };

/**
 * The line to the page around the frame. Only the configured sites are heard, and only from the window that frames us;
 * what is told before the host is known holds nothing that is anybody's.
 */
export function linkHost(origins: string[], hear: (message: ToFrame) => void): HostLink {
  const framed = window.parent !== window;
  const trusted = new Set([...origins, location.origin]);
  let host: string | null = null;
  window.addEventListener('message', ({ data, origin, source }: MessageEvent<ToFrame>) => {
    if (source !== window.parent || !framed || !trusted.has(origin) || typeof data?.baton !== 'string') return;
    host = origin;
    hear(data);
  });
  return {
    framed,
    tell(message) {
      if (framed) window.parent.postMessage(message, host ?? '*');
    },
  };
}
