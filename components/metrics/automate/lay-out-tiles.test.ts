import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutTiles } from './lay-out-tiles';

describe('tiles', () => {
  it('are as the paper lays them out', () => {
    const tiles = layOutTiles([6, 6, 4, 3, 2, 2, 1], 6, 4);
    expect(tiles.slice(0, 2)).toEqual([
      { left: 0, top: 0, width: 3, height: 2 },
      { left: 0, top: 2, width: 3, height: 2 },
    ]);
    expect(tiles[2]!.width).toBeCloseTo(12 / 7);
    expect(tiles[2]!.height).toBeCloseTo(7 / 3);
  });
  it('are none of nothing', () => {
    expect(layOutTiles([], 10, 10)).toEqual([]);
    expect(layOutTiles([0, 0], 10, 10)[0]).toEqual({ left: 0, top: 0, width: 0, height: 0 });
  });
  it('have their areas, lie within, and never on each other', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 50, max: 1_500 }),
        fc.integer({ min: 50, max: 600 }),
        (list, width, height) => {
          const sorted = list.toSorted((a, b) => b - a);
          const all = sorted.reduce((a, b) => a + b, 0);
          const tiles = layOutTiles(sorted, width, height);
          const near = 1e-6 * width * height;
          tiles.forEach((tile, at) => {
            expect(Math.abs(tile.width * tile.height - (sorted[at]! / all) * width * height)).toBeLessThan(near);
            expect(tile.left + tile.width).toBeLessThanOrEqual(width + 1e-6);
            expect(tile.top + tile.height).toBeLessThanOrEqual(height + 1e-6);
            for (const other of tiles.slice(at + 1)) {
              const across =
                Math.min(tile.left + tile.width, other.left + other.width) - Math.max(tile.left, other.left);
              const down = Math.min(tile.top + tile.height, other.top + other.height) - Math.max(tile.top, other.top);
              expect(Math.min(across, down)).toBeLessThan(1e-6);
            }
          });
        },
      ),
    );
  });
});
