/** Every key of this area. Whatever is counted from facts lies under `figures`, and is read again when something was counted. */
export const metricKeys = {
  all: ['metrics'] as const,
  counting: ['metrics', 'counting'] as const,
  values: ['metrics', 'values'] as const,
  figures: ['metrics', 'figures'] as const,
};
