import type { FromFrame, ToFrame } from './frame-messages';
import { frameStyles } from './loader-styles';

/** What a host page may do with the chat beside what its visitor does. */
type Baton = { open(): void; close(): void; identify(token: string | null): void };
declare global {
  interface Window {
    baton?: Baton;
  }
}

const script = document.currentScript as HTMLScriptElement | null;
const key = script?.dataset.key;
// A page that embeds it twice, or runs it again at each of its own page changes, gets one chat.
if (script && key && !window.baton) window.baton = start(new URL(script.src).origin, key, script.dataset.token ?? null);

function start(origin: string, key: string, token: string | null): Baton {
  const host = document.createElement('baton-chat');
  host.setAttribute('role', 'region');
  host.setAttribute('aria-label', 'Chat');
  const root = host.attachShadow({ mode: 'open' });
  // Not a style element: a host page's content security policy would drop it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(frameStyles);
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = `<button type="button" aria-label="Open chat" aria-expanded="false"><svg viewBox="0 0 16 16" width="26" height="26" fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round" aria-hidden="true"><path d="M8.3 7.7 12.5 3.5" opacity=".6"/><path d="M3.5 12.5 7.1 8.9"/></svg><i hidden></i></button>`;
  const launcher = root.querySelector('button')!;
  const dot = root.querySelector('i')!;
  let frame: HTMLIFrameElement | undefined;
  let isOpen = false;
  let ready = false;
  /** The visitor opened it themselves: their keyboard belongs in it, also when it is only being loaded. */
  let focuses = false;

  function tell(message: ToFrame): void {
    if (ready) frame?.contentWindow?.postMessage(message, origin);
  }

  function load(): void {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = 'Chat';
    frame.src = `${origin}/widget?key=${encodeURIComponent(key)}`;
    frame.hidden = true;
    root.append(frame);
  }

  function open(focus = true): void {
    load();
    isOpen = true;
    show(0);
    keep('open', '1');
    frame!.hidden = false;
    launcher.hidden = true;
    launcher.setAttribute('aria-expanded', 'true');
    focuses = focus;
    if (focus) frame!.focus();
    tell({ baton: 'open', focus });
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    keep('open', null);
    frame!.hidden = true;
    launcher.hidden = false;
    launcher.setAttribute('aria-expanded', 'false');
    launcher.focus();
    tell({ baton: 'closed' });
  }

  function show(unread: number): void {
    dot.hidden = unread === 0;
    launcher.setAttribute('aria-label', unread === 0 ? 'Open chat' : 'Open chat, new message');
  }

  launcher.addEventListener('click', () => open());
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isOpen && document.activeElement === host) close();
  });
  window.addEventListener('message', ({ data, origin: from, source }: MessageEvent<FromFrame>) => {
    if (from !== origin || !frame || source !== frame.contentWindow) return;
    switch (data?.baton) {
      case 'ready':
        ready = true;
        frame.title = `Chat with ${data.workspace}`;
        tell({ baton: 'hello', token, open: isOpen, focus: isOpen && focuses });
        break;
      case 'close':
        close();
        break;
      case 'unread':
        if (!isOpen) show(data.count);
        break;
      case 'begun':
        keep('begun', '1');
        break;
    }
  });

  attach(host, () => {
    // A frame that was taken out of the page and put back begins anew.
    ready = false;
  });
  if (kept('open')) open(false);
  else if (kept('begun')) whenIdle(load);

  return {
    open: () => open(),
    close,
    identify(next) {
      token = next;
      tell({ baton: 'identify', token });
    },
  };
}

/** Pages that change without loading may throw the chat out with the rest of their body: it comes back. */
function attach(host: HTMLElement, onReturn: () => void): void {
  const put = () => {
    if (host.isConnected || !document.body) return;
    onReturn();
    document.body.append(host);
    watcher.observe(document.body, { childList: true });
  };
  const watcher = new MutationObserver(put);
  watcher.observe(document.documentElement, { childList: true });
  put();
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work, 500);
}

// Storage may be switched off; then the chat begins closed on each page.
function keep(name: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(`baton:${name}`);
    else sessionStorage.setItem(`baton:${name}`, value);
  } catch {}
}

function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(`baton:${name}`);
  } catch {
    return null;
  }
}
