/** The pages of figures that can be kept and mailed, in the order of the side. */
export const figurePages = {
  overview: { name: 'Overview', path: '/metrics' },
  resolution: { name: 'Resolution ledger', path: '/metrics/resolution' },
  satisfaction: { name: 'Customer satisfaction', path: '/metrics/satisfaction' },
  speed: { name: 'Speed', path: '/metrics/speed' },
  assistant: { name: 'Assistant', path: '/metrics/assistant' },
  cost: { name: 'Cost', path: '/metrics/cost' },
  team: { name: 'Team', path: '/metrics/team' },
} as const;
export type FigurePage = keyof typeof figurePages;

/** The page at a path; null where there is none that can be kept. */
export const pageAt = (path: string): FigurePage | null =>
  (Object.keys(figurePages) as FigurePage[]).find((page) => figurePages[page].path === path) ?? null;
