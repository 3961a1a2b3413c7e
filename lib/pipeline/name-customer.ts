/** The name to greet with; null when all we have is an address or "Visitor". */
export function firstNameOf(name: string): string | null {
  if (name === 'Visitor' || name.includes('@')) return null;
  return name.trim().split(/\s+/)[0] || null;
}
