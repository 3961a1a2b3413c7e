/** Between which shares the true one lies in 95 of 100 samples, given so many among so many (Wilson, 1927); null of nothing. */
export function wilsonInterval(hits: number, count: number): { low: number; high: number } | null {
  if (count <= 0) return null;
  const z = 1.959_963_985;
  const share = hits / count;
  const spread = 1 + z ** 2 / count;
  const middle = (share + z ** 2 / (2 * count)) / spread;
  const half = (z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))) / spread;
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
