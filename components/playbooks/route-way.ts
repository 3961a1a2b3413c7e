import type { Place } from './edit-playbook';
import { card } from './lay-out';

const corner = 8;

/** The line of a way between two cards, and where its word stands. */
export type Route = { path: string; word: Place };

/** How much of a line its word takes, about: the canvas does not measure text. */
const widthOf = (word: string) => word.length * 7 + 16;
/** Half of the room between two rows. */
const gap = 19;

/**
 * Straight down to a card below in the same column; out at the side and down to one further away, or through the room
 * between the rows where a card stands in the way; across to one beside; round the side to one above. Corners are rounded.
 */
export function routeWay(from: Place, to: Place, word = '', cards: Place[] = []): Route {
  const middle = { x: from.x + card.width / 2, y: from.y + card.height / 2 };
  const goal = { x: to.x + card.width / 2, y: to.y + card.height / 2 };
  const across = goal.x - middle.x;
  const under = from.y + card.height;
  const below = to.y - under;
  const others = cards.filter((one) => !isAt(one, from) && !isAt(one, to));
  const clear = (points: Place[]) =>
    points.slice(1).every((point, at) => others.every((one) => !crosses(one, points[at]!, point)));
  const straight = [
    { x: middle.x, y: under },
    { x: middle.x, y: to.y },
  ];
  if (Math.abs(across) < 4 && below >= 0 && clear(straight))
    return { path: bend(straight), word: { x: middle.x, y: under + Math.min(below / 2, gap) } };
  const side = across >= 0 ? 1 : -1;
  const out = { x: middle.x + (side * card.width) / 2, y: middle.y };
  const half = widthOf(word) / 2;
  if (below >= 0 && Math.abs(across) > card.width / 2 + corner) {
    const aside = [out, { x: goal.x, y: out.y }, { x: goal.x, y: to.y }];
    const far = Math.abs(across) > 300;
    const at = far ? goal.x - side * (12 + half) : out.x + side * (10 + half);
    if (clear(aside)) return { path: bend(aside), word: { x: at, y: out.y } };
  }
  if (below >= 2 * corner && Math.abs(across) >= 4) {
    const through = (y: number) => [
      { x: middle.x, y: under },
      { x: middle.x, y },
      { x: goal.x, y },
      { x: goal.x, y: to.y },
    ];
    const near = through(under + Math.min(gap, below / 2));
    const y = clear(near) ? near[1]!.y : to.y - Math.min(gap, below / 2);
    return { path: bend(through(y)), word: { x: goal.x - side * (12 + half), y } };
  }
  const level = Math.abs(goal.y - middle.y) < card.height;
  if (level && Math.abs(across) > card.width) {
    const end = { x: goal.x - (side * card.width) / 2, y: goal.y };
    const turn = (out.x + end.x) / 2;
    const beside = [out, { x: turn, y: out.y }, { x: turn, y: end.y }, end];
    return { path: bend(beside), word: { x: turn, y: out.y } };
  }
  // Back up, or past what stands between: round the right side, so that it is seen as a way of its own.
  const around = Math.max(middle.x, goal.x) + card.width / 2 + 28;
  const leave = { x: middle.x + card.width / 2, y: middle.y };
  const arrive = { x: goal.x + card.width / 2, y: goal.y };
  return {
    path: bend([leave, { x: around, y: leave.y }, { x: around, y: arrive.y }, arrive]),
    word: { x: around, y: (leave.y + arrive.y) / 2 },
  };
}

const isAt = (one: Place, other: Place) => one.x === other.x && one.y === other.y;

/** Whether an upright or level line touches a card. */
function crosses(one: Place, a: Place, b: Place): boolean {
  return (
    Math.max(a.x, b.x) > one.x - 4 &&
    Math.min(a.x, b.x) < one.x + card.width + 4 &&
    Math.max(a.y, b.y) > one.y - 4 &&
    Math.min(a.y, b.y) < one.y + card.height + 4
  );
}

/** A line through these points, its corners rounded as far as there is room. */
function bend(points: Place[]): string {
  const kept = points.filter((point, at) => at === 0 || point.x !== points[at - 1]!.x || point.y !== points[at - 1]!.y);
  const parts = kept.map((point, at) => {
    if (at === 0) return `M ${point.x} ${point.y}`;
    const next = kept[at + 1];
    if (!next) return `L ${point.x} ${point.y}`;
    const before = kept[at - 1]!;
    const a = towards(point, before);
    const b = towards(point, next);
    return `L ${a.x} ${a.y} Q ${point.x} ${point.y} ${b.x} ${b.y}`;
  });
  return parts.join(' ');
}

function towards(from: Place, to: Place): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const by = Math.min(corner, length / 2) / length;
  return { x: from.x + (to.x - from.x) * by, y: from.y + (to.y - from.y) * by };
}
