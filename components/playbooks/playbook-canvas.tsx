'use client';

import {
  Background,
  BackgroundVariant,
  BaseEdge,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  type FinalConnectionState,
  MarkerType,
  type Node,
  type NodeProps,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { join } from '@/components/ui/join';
import { CanvasTools } from './canvas-tools';
import { type Place, startName } from './edit-playbook';
import { card } from './lay-out';
import { routeWay } from './route-way';
import { StepCard, type StepFace } from './step-card';

export type WayFace = { from: string; by: string; to: string; word: string; lit: boolean };

type Props = {
  faces: StepFace[];
  ways: WayFace[];
  places: Record<string, Place>;
  chosen: readonly string[];
  onChoose: (names: string[]) => void;
  onOpen: (name: string) => void;
  onMove: (places: Record<string, Place>) => void;
  onConnect: (from: { node: string; by: string }, to: string) => void;
  /** Dropped into the empty: a step is to be made there. */
  onDrop: (from: { node: string; by: string } | null, at: Place, client: Place) => void;
  onRemove: () => void;
  onCutWay: (from: { node: string; by: string }) => void;
  onCopy: () => void;
  onPaste: () => void;
  onArrange: () => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  edits: boolean;
  seek: { name: string } | null;
};

type StepNode = Node<StepFace, 'step'>;
type WayEdge = Edge<{ path: string; word: string; at: Place; lit: boolean }, 'way'>;

const nodeTypes = { step: ({ data, selected }: NodeProps<StepNode>) => <StepCard data={data} selected={selected} /> };
const edgeTypes = { way: WayLine };
const smallest = 0.3;
const largest = 1.5;
/** Under the switches that lie on the canvas. */
const headroom = 56;
/** Under this zoom the words on a card are smaller than any text should be. */
const readable = 0.93;

export default function PlaybookCanvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas(props: Props) {
  const { faces, ways, chosen, edits } = props;
  const flow = useReactFlow();
  const pane = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<Record<string, Place>>({});
  const [way, setWay] = useState<string | null>(null);
  const places = useMemo(() => ({ ...props.places, ...moved }), [props.places, moved]);
  const nodes = useMemo(
    () =>
      faces.map(
        (face): StepNode => ({
          id: face.name,
          type: 'step',
          position: places[face.name] ?? { x: 0, y: 0 },
          data: face,
          selected: chosen.includes(face.name),
          draggable: edits && face.name !== startName,
          deletable: false,
          width: card.width,
          height: card.height,
          measured: { width: card.width, height: card.height },
        }),
      ),
    [faces, places, chosen, edits],
  );
  const edges = useMemo(
    () =>
      // What is lit is drawn last, over what it crosses.
      ways
        .toSorted((a, b) => Number(a.lit) - Number(b.lit))
        .flatMap((one): WayEdge[] => {
          const [from, to] = [places[one.from], places[one.to]];
          if (!from || !to) return [];
          const { path, word } = routeWay(from, to, one.word, Object.values(places));
          const id = `${one.from} ${one.by}`;
          const colour = id === way ? 'var(--focus)' : one.lit ? 'var(--assistant)' : 'var(--line-control)';
          return [
            {
              id,
              type: 'way',
              source: one.from,
              sourceHandle: one.by,
              target: one.to,
              targetHandle: 'in',
              selected: id === way,
              focusable: false,
              deletable: false,
              ariaLabel: `From ${one.from} to ${one.to}${one.word && `, ${one.word}`}`,
              style: { stroke: colour, strokeWidth: one.lit ? 2 : 1.5 },
              markerEnd: { type: MarkerType.Arrow, color: colour, width: 14, height: 14, strokeWidth: 1.5 },
              data: { path, word: one.word, at: word, lit: one.lit },
            },
          ];
        }),
    [ways, places, way],
  );

  const showAll = () => flow.fitView({ padding: 0.08, maxZoom: 1, minZoom: smallest });
  /** Its start is seen at first, at a size that can be read; later nothing moves under the hands. */
  const startAtTop = () => {
    const box = pane.current?.getBoundingClientRect();
    if (!box) return;
    const xs = Object.values(props.places).map(({ x }) => x);
    const [left, right] = [Math.min(...xs), Math.max(...xs) + card.width];
    const zoom = Math.max(readable, Math.min(1, (box.width - 48) / (right - left)));
    const fits = (right - left) * zoom <= box.width;
    const middle = fits ? (left + right) / 2 : (props.places[startName]?.x ?? 0) + card.width / 2;
    void flow.setViewport({ x: box.width / 2 - middle * zoom, y: headroom, zoom });
  };

  const press = (event: KeyboardEvent) => {
    const mod = event.metaKey || event.ctrlKey;
    const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing) return;
    if (mod && event.code === 'KeyC') props.onCopy();
    else if (mod && event.code === 'KeyV' && edits) props.onPaste();
    else if (mod && event.code === 'KeyA')
      props.onChoose(faces.map(({ name }) => name).filter((one) => one !== startName));
    else if ((event.key === 'Delete' || event.key === 'Backspace') && edits) {
      if (way) cut();
      else props.onRemove();
    } else if (event.key.startsWith('Arrow') && !mod) walk(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const cut = () => {
    const one = ways.find(({ from, by }) => `${from} ${by}` === way);
    if (one) props.onCutWay({ node: one.from, by: one.by });
    setWay(null);
  };
  /** Down and right go along the ways out, up and left back where they came from. */
  const walk = (key: string) => {
    const at = document.activeElement?.getAttribute('data-step');
    const next =
      at === null || at === undefined
        ? startName
        : key === 'ArrowDown'
          ? ways.find(({ from }) => from === at)?.to
          : key === 'ArrowUp'
            ? ways.find(({ to }) => to === at)?.from
            : beside(at, key === 'ArrowRight' ? 1 : -1);
    if (!next) return;
    pane.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(next)}"]`)?.focus();
    bringIntoView(next);
  };
  const beside = (at: string, by: number): string | undefined => {
    const parents = ways.filter(({ to }) => to === at).map(({ from }) => from);
    const siblings = ways.filter(({ from }) => parents.includes(from)).map(({ to }) => to);
    const ordered = [...new Set(siblings)].toSorted((a, b) => (places[a]?.x ?? 0) - (places[b]?.x ?? 0));
    return ordered[ordered.indexOf(at) + by];
  };
  const bringIntoView = (name: string) => {
    const place = places[name];
    const box = pane.current?.getBoundingClientRect();
    if (!place || !box) return;
    const { x, y, zoom } = flow.getViewport();
    const [left, top] = [place.x * zoom + x, place.y * zoom + y];
    const inside = left > 0 && top > 0 && left + card.width * zoom < box.width && top + card.height * zoom < box.height;
    if (!inside) void flow.setCenter(place.x + card.width / 2, place.y + card.height / 2, { zoom });
  };
  const look = useRef(bringIntoView);
  useEffect(() => {
    look.current = bringIntoView;
  });
  useEffect(() => {
    if (props.seek) look.current(props.seek.name);
  }, [props.seek]);
  const dropped = (event: MouseEvent | TouchEvent, connection: FinalConnectionState) => {
    if (connection.isValid || connection.toNode || !connection.fromNode) return;
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!point) return;
    const client = { x: point.clientX, y: point.clientY };
    const at = flow.screenToFlowPosition(client);
    const place = { x: Math.round(at.x - card.width / 2), y: Math.round(at.y) };
    props.onDrop({ node: connection.fromNode.id, by: connection.fromHandle?.id ?? 'next' }, place, client);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from the cards within
    <div ref={pane} onKeyDown={press} className="relative min-h-0 min-w-0 flex-1 bg-canvas">
      <ReactFlow<StepNode, WayEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        proOptions={{ hideAttribution: true }}
        minZoom={smallest}
        maxZoom={largest}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionMode={SelectionMode.Partial}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        panOnScroll
        zoomOnDoubleClick={false}
        nodesConnectable={edits}
        snapToGrid
        snapGrid={[4, 4]}
        onInit={startAtTop}
        onNodesChange={(changes) => {
          const at = changes.flatMap((one) =>
            one.type === 'position' && one.position ? [[one.id, one.position] as const] : [],
          );
          if (at.length > 0) setMoved((now) => ({ ...now, ...Object.fromEntries(at) }));
          const picked = changes.filter((one) => one.type === 'select');
          if (picked.length > 0) {
            const now = new Set(chosen);
            for (const one of picked) one.selected ? now.add(one.id) : now.delete(one.id);
            props.onChoose([...now]);
          }
        }}
        onNodeDragStop={(_, __, dragged) => {
          props.onMove(Object.fromEntries(dragged.map(({ id, position }) => [id, position])));
          setMoved({});
        }}
        onNodeClick={(event, node) => {
          setWay(null);
          if (!event.shiftKey && !event.metaKey && !event.ctrlKey) props.onOpen(node.id);
        }}
        onEdgeClick={(_, edge) => setWay(edge.id)}
        onPaneClick={() => {
          setWay(null);
          props.onChoose([]);
        }}
        onConnect={({ source, sourceHandle, target }) =>
          props.onConnect({ node: source, by: sourceHandle ?? 'next' }, target)
        }
        onConnectEnd={dropped}
        connectionLineStyle={{ stroke: 'var(--focus)', strokeWidth: 1.5 }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--line-strong)" />
      </ReactFlow>
      <CanvasTools
        edits={edits}
        undo={props.undo}
        redo={props.redo}
        onAdd={(client) => props.onDrop(null, { x: 0, y: 0 }, client)}
        onArrange={props.onArrange}
        onFit={() => void showAll()}
      />
    </div>
  );
}

function WayLine({ id, data, markerEnd, style }: EdgeProps<WayEdge>) {
  if (!data) return null;
  return (
    <>
      <BaseEdge id={id} path={data.path} markerEnd={markerEnd} style={style} interactionWidth={16} />
      {data.word && (
        <EdgeLabelRenderer>
          <span
            style={{ transform: `translate(-50%, -50%) translate(${data.at.x}px, ${data.at.y}px)` }}
            className={join(
              'pointer-events-none absolute bg-canvas px-2 text-work leading-5',
              data.lit ? 'text-ink-1' : 'text-ink-2',
            )}
          >
            {data.word}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
