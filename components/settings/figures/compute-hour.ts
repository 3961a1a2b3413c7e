/** What an hour with customers costs is made of. Money in dollars a year, shares in percent. */
export type HourParts = {
  salary: number;
  /** Taxes, insurance and holiday pay, on top of the salary. */
  onTop: number;
  /** Desk, computer, licences, management. */
  overhead: number;
  weeks: number;
  hours: number;
  /** Of their time, what is spent on customers: the rest is training, meetings, breaks. */
  withCustomers: number;
};

export const usualHour: HourParts = {
  salary: 42_000,
  onTop: 25,
  overhead: 6_000,
  weeks: 44,
  hours: 38,
  withCustomers: 75,
};

/** Dollars for an hour with customers, to the cent: all that a year costs ÷ the hours of it that customers get. Null where there are none. */
export function computeHour(parts: HourParts): { dollars: number; productiveHours: number } | null {
  const { salary, onTop, overhead, weeks, hours, withCustomers } = parts;
  if (Object.values(parts).some((one) => !Number.isFinite(one) || one < 0)) return null;
  const productiveHours = weeks * hours * (withCustomers / 100);
  if (productiveHours <= 0) return null;
  const year = salary * (1 + onTop / 100) + overhead;
  return { dollars: Math.round((year / productiveHours) * 100) / 100, productiveHours: Math.round(productiveHours) };
}
