/** Something just done that can be taken back for a while, by its button or by the key for undo. */
export type Undoable = { id: string; until: number; undo: () => void };

let offered: Undoable[] = [];

/** Offers to take something back. Answers how to withdraw the offer. */
export function offerUndo(undoable: Undoable): () => void {
  const withdraw = () => {
    offered = offered.filter(({ id }) => id !== undoable.id);
  };
  withdraw();
  offered.push(undoable);
  return withdraw;
}

/** Takes back what was done last and can still be undone. Answers false where there is nothing. */
export function undoLast(): boolean {
  const now = Date.now();
  offered = offered.filter(({ until }) => until > now);
  const last = offered.pop();
  last?.undo();
  return last !== undefined;
}
