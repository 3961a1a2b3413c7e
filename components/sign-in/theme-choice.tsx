'use client';

import { SunMoon } from 'lucide-react';
import { useTheme } from 'next-themes';
import { Menu, MenuItem } from '@/components/ui/menu';

const names = { system: 'System theme', light: 'Light theme', dark: 'Dark theme' } as const;

export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  const trigger = (
    <button type="button" className="flex items-center gap-1.5 rounded-corner hover:text-ink-1 max-pane:min-h-11">
      <SunMoon size={14} strokeWidth={1.75} aria-hidden />
      {/* The choice is known in the browser only: the server's word would differ. */}
      <span suppressHydrationWarning>{names[(theme as keyof typeof names) ?? 'system'] ?? names.system}</span>
    </button>
  );
  return (
    <Menu trigger={trigger} align="start" side="top">
      {Object.entries(names).map(([key, name]) => (
        <MenuItem key={key} chosen={theme === key} onChoose={() => setTheme(key)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
