'use client';

import { KitControls } from './kit-controls';
import { KitFloats } from './kit-floats';
import { KitSigns } from './kit-signs';
import { KitTokens } from './kit-tokens';

const themes = ['light', 'dark'] as const;

/** Every part of the kit, in both themes side by side: what is not here is not made a second time elsewhere. */
export function KitPage() {
  return (
    <main id="main" className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-surface">
      <h1 className="sr-only">Kit</h1>
      <div className="grid min-h-full grid-cols-2 max-desk:grid-cols-1">
        {themes.map((theme) => (
          <section
            key={theme}
            data-theme={theme}
            aria-label={theme === 'light' ? 'Light' : 'Dark'}
            className="flex flex-col gap-8 bg-surface px-8 py-7 text-ink-1 max-pane:px-4"
          >
            <KitTokens />
            <KitControls />
            <KitSigns />
            <KitFloats theme={theme} />
          </section>
        ))}
      </div>
    </main>
  );
}
