import { describe, expect, it } from 'vitest';
import { card, pitch } from './lay-out';
import { routeWay } from './route-way';

const from = { x: 0, y: 0 };
const at = (column: number, row: number) => ({ x: column * pitch.x, y: row * pitch.y });

/** The corners of a path, without what rounds them. */
const corners = (path: string) =>
  [...path.matchAll(/(?:M|Q) ([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the line of a way', () => {
  it.each([
    ['straight down', at(0, 1), [], [[106, 64]]],
    [
      'out at the right and down',
      at(1, 1),
      [],
      [
        [212, 32],
        [390, 32],
      ],
    ],
    [
      'out at the left and down',
      at(-1, 1),
      [],
      [
        [0, 32],
        [-178, 32],
      ],
    ],
    [
      'between the rows where a card stands beside',
      at(1, 1),
      [at(1, 0)],
      [
        [106, 64],
        [106, 83],
        [390, 83],
      ],
    ],
    [
      'back up round the side',
      at(0, -2),
      [],
      [
        [212, 32],
        [240, 32],
        [240, -172],
      ],
    ],
  ])('goes %s', (_, to, others, expected) => {
    expect(corners(routeWay(from, to, '', [from, to, ...others]).path)).toEqual(expected);
  });

  it('keeps its word off the cards', () => {
    const { word } = routeWay(from, at(1, 1), 'processing');
    expect(word.x).toBeGreaterThan(card.width + 40);
    expect(word.y).toBe(card.height / 2);
  });
});
