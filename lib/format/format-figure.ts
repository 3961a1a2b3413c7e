import { formatMicros } from './format-micros';

/** What a figure is measured in. Shares are 0 to 1, money millionths of a dollar. */
export type FigureUnit = 'count' | 'share' | 'milliseconds' | 'micros' | 'points';

const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/**
 * A figure as it stands in a report: 45.0%, 3 min 41 s, $8.12, 12,480, +42; a dash where nothing was measured. `short` is for the
 * large figure of a tile, where 3 min 41 s is 3:41. `points` is a score from −100 to 100.
 */
export function formatFigure(unit: FigureUnit, value: number | null, { short = false } = {}): string {
  if (value === null || !Number.isFinite(value)) return '–';
  switch (unit) {
    case 'count':
      return Math.round(value).toLocaleString('en');
    case 'share':
      return `${(value * 100).toFixed(1)}%`;
    case 'milliseconds':
      if (short && value >= minute && value < hour) return clock(value);
      // The second step needs no name beside the first: 1 h 41, 2 d 3.
      return short ? formatDuration(value).replace(/^(\d+ [hd] \d+) \w+$/, '$1') : formatDuration(value);
    case 'micros':
      return formatDollars(value);
    case 'points':
      return signed(Math.round(value));
  }
}

/** As a target is set: 42%, 5 min, $8.50. */
export function formatTarget(unit: FigureUnit, value: number): string {
  return formatFigure(unit, value).replace(/\.0%$/, '%');
}

/** A length of time in at most two steps: 0.8 s, 11 s, 3 min 41 s, 3 h 52 min, 2 d 3 h. */
export function formatDuration(ms: number): string {
  if (ms > 0 && ms < second) return `${Math.max(0.1, Math.round(ms / 100) / 10)} s`;
  if (Math.round(ms / second) < 60) return `${Math.round(ms / second)} s`;
  if (Math.round(ms / second) < 3_600) return steps(Math.round(ms / second), 60, 'min', 's');
  if (Math.round(ms / minute) < 1_440) return steps(Math.round(ms / minute), 60, 'h', 'min');
  return steps(Math.round(ms / hour), 24, 'd', 'h');
}

function steps(count: number, per: number, large: string, small: string): string {
  const rest = count % per;
  return rest === 0 ? `${count / per} ${large}` : `${Math.floor(count / per)} ${large} ${rest} ${small}`;
}

function clock(ms: number): string {
  const seconds = Math.min(Math.round(ms / second), 3_599);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Cents as long as they count: $8.12, $9,430, $0.0031. */
function formatDollars(micros: number): string {
  if (Math.abs(micros) < 10_000) return micros < 0 ? `−${formatMicros(-micros)}` : formatMicros(micros);
  const digits = Math.abs(micros) >= 1_000_000_000 ? 0 : 2;
  const text = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Math.abs(micros) / 1_000_000);
  return micros < 0 ? `−${text}` : text;
}

const signed = (value: number): string => (value < 0 ? `−${-value}` : value > 0 ? `+${value}` : '0');

export type FigureChange = { way: 'up' | 'down' | 'same'; says: string };

/**
 * From one figure to the next: shares in points (3.2 pt), times and money by how much, counts in percent. What would be
 * written as no difference is none. Null where there is nothing to compare.
 */
export function formatChange(unit: FigureUnit, value: number | null, before: number | null): FigureChange | null {
  if (value === null || before === null) return null;
  if (unit === 'count' && before === 0) return value === 0 ? { way: 'same', says: 'no change' } : null;
  const by = value - before;
  const says = sayDistance(unit, Math.abs(by), before);
  if (/^[^1-9]*$/.test(says)) return { way: 'same', says: 'no change' };
  return { way: by > 0 ? 'up' : 'down', says };
}

function sayDistance(unit: FigureUnit, by: number, before: number): string {
  if (unit === 'share') return `${(by * 100).toFixed(1)} pt`;
  if (unit === 'points') return String(Math.round(by));
  if (unit === 'count') return `${Math.round((by / before) * 100)}%`;
  // Of dollars half a cent is no difference; of parts of a cent it is.
  if (unit === 'micros') return by < 5_000 && Math.abs(before) >= 10_000 ? '$0' : formatFigure('micros', by);
  return by < 50 ? '0 s' : formatDuration(by);
}

/** How far a time is off, in one step, so that it fits beside a target: 74 s, 101 min, 3 h; 6 alone where the target is in minutes too. */
function sayFar(ms: number, target: number): string {
  const far = inOneStep(ms);
  const unit = /^\d+ (\w+)$/.exec(formatDuration(target))?.[1];
  return unit && far.endsWith(` ${unit}`) ? far.slice(0, -unit.length - 1) : far;
}

function inOneStep(ms: number): string {
  for (const [unit, name] of [
    [24 * hour, 'd'],
    [hour, 'h'],
    [minute, 'min'],
  ] as const)
    if (ms >= 2 * unit) return `${Math.round(ms / unit)} ${name}`;
  return ms < 10 * second ? sayDistance('milliseconds', ms, 1) : `${Math.round(ms / second)} s`;
}

/** Whether a figure meets its target, and what to say beside the sign: “Target 82%, 0.8 short”. */
export function sayTarget(
  unit: FigureUnit,
  value: number | null,
  target: number,
  better: 'up' | 'down' | null,
): { met: boolean | null; says: string } {
  const named = `Target ${formatTarget(unit, target)}`;
  if (value === null || better === null) return { met: null, says: named };
  const off = better === 'up' ? target - value : value - target;
  if (off <= 0) return { met: true, says: named };
  const far =
    unit === 'share'
      ? (off * 100).toFixed(1)
      : unit === 'count'
        ? formatFigure('count', off)
        : unit === 'milliseconds'
          ? sayFar(off, target)
          : sayDistance(unit, off, target);
  if (/^[^1-9]*$/.test(far)) return { met: true, says: named };
  return { met: false, says: `${named}, ${far} ${better === 'up' ? 'short' : 'over'}` };
}
