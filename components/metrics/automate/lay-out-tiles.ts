export type Tile = { left: number; top: number; width: number; height: number };

/**
 * Tiles whose areas are as the sizes are, within a frame, as square as can be (squarified treemap: Bruls, Huizing, van Wijk, 2000).
 * Sizes are given from the largest to the smallest; a tile of size 0 has no area.
 */
export function layOutTiles(sizes: readonly number[], width: number, height: number): Tile[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const tiles: Tile[] = sizes.map(() => ({ left: 0, top: 0, width: 0, height: 0 }));
  if (all <= 0 || width <= 0 || height <= 0) return tiles;
  const areas = sizes.map((size) => (size / all) * width * height);
  let free: Tile = { left: 0, top: 0, width, height };
  for (let from = 0; from < areas.length; ) {
    const side = Math.min(free.width, free.height);
    let to = from + 1;
    while (to < areas.length && worst(areas.slice(from, to + 1), side) <= worst(areas.slice(from, to), side)) to++;
    free = placeRow(areas, from, to, free, tiles);
    from = to;
  }
  return tiles;
}

/** The longest of a row's tiles, as length over breadth. */
function worst(row: readonly number[], side: number): number {
  const sum = row.reduce((one, other) => one + other, 0);
  if (sum === 0) return Number.POSITIVE_INFINITY;
  const [least, most] = [Math.min(...row), Math.max(...row)];
  return Math.max(
    (side ** 2 * most) / sum ** 2,
    least === 0 ? Number.POSITIVE_INFINITY : sum ** 2 / (side ** 2 * least),
  );
}

/** Lays a row along the shorter side, and answers what is left free. */
function placeRow(areas: readonly number[], from: number, to: number, free: Tile, tiles: Tile[]): Tile {
  const sum = areas.slice(from, to).reduce((one, other) => one + other, 0);
  const upright = free.width >= free.height;
  const breadth = upright ? (free.height > 0 ? sum / free.height : 0) : free.width > 0 ? sum / free.width : 0;
  let { left, top } = free;
  for (let at = from; at < to; at++) {
    const length = breadth > 0 ? areas[at]! / breadth : 0;
    tiles[at] = upright ? { left, top, width: breadth, height: length } : { left, top, width: length, height: breadth };
    if (upright) top += length;
    else left += length;
  }
  return upright
    ? { ...free, left: free.left + breadth, width: Math.max(0, free.width - breadth) }
    : { ...free, top: free.top + breadth, height: Math.max(0, free.height - breadth) };
}
