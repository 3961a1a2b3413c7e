import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import { edgesOf } from '@/lib/governance/playbook.schema';
import { type Place, startName, stepsOf, unfinished } from './edit-playbook';

export const card = { width: 212, height: 64 } as const;
/** From one column, and one row, to the next. */
export const pitch = { x: 284, y: 102 } as const;

type Cell = { column: number; row: number };

/**
 * Places for every step: those that were given, and a grid for the others. The longest way goes straight down under the
 * start, the shorter ones leave to the sides, each as near as there is room.
 */
export function layOut(playbook: PlaybookDefinition): Record<string, Place> {
  const cells = gridOf(playbook);
  const places: Record<string, Place> = { [startName]: { x: 0, y: 0 } };
  const given = playbook.layout;
  for (const [name] of stepsOf(playbook)) {
    const place = given[name];
    if (place) places[name] = place;
  }
  for (const [name] of stepsOf(playbook)) {
    const cell = cells.get(name);
    if (places[name] || !cell) continue;
    places[name] = freePlace({ x: cell.column * pitch.x, y: cell.row * pitch.y }, Object.values(places));
  }
  return places;
}

/** The place itself, or the next one below on which nothing lies. */
function freePlace(wanted: Place, taken: Place[]): Place {
  const hits = (place: Place) =>
    taken.some((one) => Math.abs(one.x - place.x) < card.width + 8 && Math.abs(one.y - place.y) < card.height + 8);
  let place = wanted;
  while (hits(place)) place = { x: place.x, y: place.y + pitch.y };
  return place;
}

function gridOf(playbook: PlaybookDefinition): Map<string, Cell> {
  const steps = new Map(stepsOf(playbook));
  const next = (name: string) =>
    [...new Set(edgesOf(steps.get(name)!).map(({ to }) => to))].filter((to) => to !== unfinished && steps.has(to));
  const forward = withoutLoops(
    [playbook.start, ...steps.keys()].filter((name) => steps.has(name)),
    next,
  );
  const rows = rowsOf([...steps.keys()], forward);
  const depths = new Map<string, number>();
  const depth = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const found = 1 + Math.max(0, ...forward.get(name)!.map(depth));
    depths.set(name, found);
    return found;
  };
  const cells = new Map<string, Cell>();
  const taken = new Set<string>();
  const spot = (column: number, row: number) => `${column} ${row}`;
  const lay = (name: string, column: number) => {
    const row = rows.get(name)!;
    cells.set(name, { column, row });
    taken.add(spot(column, row));
    const children = forward.get(name)!.filter((child) => !cells.has(child));
    const straight = children.toSorted((a, b) => depth(b) - depth(a))[0];
    // The main way keeps its column free before the others look for theirs.
    if (straight) reserve(straight, column);
    for (const child of children)
      if (child !== straight && !cells.has(child)) lay(child, nearest(column, rows.get(child)!, depth(child), row));
    if (straight && !cells.has(straight)) lay(straight, column);
  };
  const reserve = (from: string, column: number) => {
    for (let at: string | undefined = from; at && !cells.has(at); ) {
      taken.add(spot(column, rows.get(at)!));
      at = forward
        .get(at)!
        .filter((child) => !cells.has(child))
        .toSorted((a, b) => depth(b) - depth(a))[0];
    }
  };
  const isFree = (column: number, row: number, long: number) =>
    Array.from({ length: Math.min(long, 3) }, (_, at) => spot(column, row + at)).every((at) => !taken.has(at));
  /** A line can leave at the side of `column` and go down at `one` without meeting a card. */
  const isOpen = (column: number, one: number, from: number) =>
    Array.from({ length: Math.abs(one - column) }, (_, at) => column + Math.sign(one - column) * (at + 1)).every(
      (at) => !taken.has(spot(at, from)),
    );
  const nearest = (column: number, row: number, long: number, from: number): number => {
    const asides = (most: number) => Array.from({ length: most }, (_, at) => [column - at - 1, column + at + 1]).flat();
    const open = asides(2).find((one) => isFree(one, row, long) && isOpen(column, one, from));
    return open ?? asides(taken.size + 2).find((one) => isFree(one, row, long)) ?? column;
  };
  for (const name of [playbook.start, ...steps.keys()])
    if (steps.has(name) && !cells.has(name)) lay(name, taken.size === 0 ? 0 : nearest(0, rows.get(name)!, 1, 0));
  return cells;
}

/** The ways onward with those left out that lead back to where one came from. */
function withoutLoops(names: string[], next: (name: string) => string[]): Map<string, string[]> {
  const forward = new Map<string, string[]>();
  const open = new Set<string>();
  const walk = (name: string) => {
    if (forward.has(name)) return;
    const ways: string[] = [];
    forward.set(name, ways);
    open.add(name);
    for (const to of next(name)) {
      if (open.has(to)) continue;
      ways.push(to);
      walk(to);
    }
    open.delete(name);
  };
  for (const name of names) walk(name);
  return forward;
}

/** The first row a step can stand in: under all that lead to it. */
function rowsOf(names: string[], forward: Map<string, string[]>): Map<string, number> {
  const rows = new Map(names.map((name) => [name, 1]));
  const waiting = new Map(names.map((name) => [name, 0]));
  for (const ways of forward.values()) for (const to of ways) waiting.set(to, waiting.get(to)! + 1);
  const ready = names.filter((name) => waiting.get(name) === 0);
  for (let name = ready.shift(); name !== undefined; name = ready.shift())
    for (const to of forward.get(name)!) {
      rows.set(to, Math.max(rows.get(to)!, rows.get(name)! + 1));
      waiting.set(to, waiting.get(to)! - 1);
      if (waiting.get(to) === 0) ready.push(to);
    }
  return rows;
}
