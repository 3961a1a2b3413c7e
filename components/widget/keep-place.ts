/** Remembers across pages and visits. Where storage is blocked it remembers as long as the page lives. */
const memory = new Map<string, string>();
const prefix = 'baton:';

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

export function remember(name: string, value: string | null): void {
  if (value === null) memory.delete(name);
  else memory.set(name, value);
  try {
    if (value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // The memory above has it.
  }
}
