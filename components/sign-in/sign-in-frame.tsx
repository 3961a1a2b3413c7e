import type { ReactNode } from 'react';
import { AssistantAvatar } from '@/components/ui/avatar';
import { BatonMark } from '@/components/ui/baton-mark';
import { ThemeChoice } from './theme-choice';

type Props = { title: string; host: string | null; children: ReactNode };

/** Form at the left; at the right what the house is about: a baton in the act of being passed. */
export function SignInFrame({ title, host, children }: Props) {
  return (
    <div className="flex min-h-dvh">
      <div className="flex w-[41.7%] min-w-[400px] flex-col bg-surface max-desk:w-full max-desk:min-w-0">
        <main id="main" className="grid flex-1 place-items-center px-6 py-10">
          <div className="w-full max-w-[360px]">
            <p className="flex items-center gap-2 text-title font-strong tracking-(--tracking-title)">
              <BatonMark size={28} tone="brand" />
              Baton
            </p>
            <h1 className="mt-8 mb-6 text-figure font-strong tracking-(--tracking-figure)">{title}</h1>
            {children}
          </div>
        </main>
        <footer className="flex min-h-14 flex-wrap items-center gap-x-4 px-8 text-meta text-ink-3 max-pane:px-4">
          <ThemeChoice />
          <span className="flex-1" />
          {host && <span>{host}, your own server</span>}
        </footer>
      </div>
      <Picture />
    </div>
  );
}

function Picture() {
  return (
    <aside
      aria-label="Baton in one picture"
      className="relative flex-1 overflow-hidden border-l border-line bg-canvas max-desk:hidden"
    >
      <p className="absolute top-32 left-24 z-10 max-w-[440px] text-[32px] leading-10 font-strong tracking-(--tracking-figure) text-balance">
        The winner is not the smartest AI but the smartest handoff.
      </p>
      <svg
        viewBox="0 0 840 900"
        aria-hidden="true"
        className="absolute inset-0 size-full"
        fill="none"
        strokeWidth="170"
      >
        <g className="text-assistant" opacity="0.11">
          <circle cx="237" cy="693" r="85" fill="currentColor" clipPath="url(#violet-end)" />
          <path d="M237 693 414 516" stroke="currentColor" />
        </g>
        <g className="text-accent" opacity="0.11">
          <circle cx="604" cy="327" r="85" fill="currentColor" clipPath="url(#teal-end)" />
          <path d="M604 327 428 503" stroke="currentColor" />
        </g>
        {/* Half discs: a whole one would lie over its own stroke and show twice as dark. */}
        <clipPath id="violet-end">
          <path d="M0 456 474 930H0Z" />
        </clipPath>
        <clipPath id="teal-end">
          <path d="M277 0H840V563Z" />
        </clipPath>
      </svg>
      <div
        aria-hidden="true"
        className="absolute top-[56%] left-1/2 w-[400px] -translate-x-1/2 -translate-y-1/2 rounded-corner-float bg-raised p-4 shadow-float"
      >
        <p className="mb-2 flex h-6 items-center gap-2">
          <AssistantAvatar />
          <span>
            <span className="font-strong text-assistant-text">Assistant</span> to{' '}
            <span className="font-strong">you</span>
          </span>
        </p>
        <dl className="grid grid-cols-[48px_1fr] gap-x-3 gap-y-1">
          <dt className="text-meta leading-5 text-ink-3">Wants</dt>
          <dd>What the customer came for</dd>
          <dt className="text-meta leading-5 text-ink-3">Tried</dt>
          <dd>What was looked up and offered</dd>
          <dt className="text-meta leading-5 text-ink-3">Next</dt>
          <dd>The step you can accept with one key</dd>
        </dl>
      </div>
    </aside>
  );
}
