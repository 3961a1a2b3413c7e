'use client';

import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { ResponsiveContainer, Sankey } from 'recharts';

export type FlowNode = {
  key: string;
  column: 0 | 1 | 2;
  name: string;
  count: number;
  /** Of all that flows, as it is written. */
  share: string;
  /** A token, such as `--chart-2`. */
  colour: string;
  href?: string;
};
export type FlowLink = { from: string; to: string; count: number; colour: string; faint?: true; href?: string };

type Props = {
  label: string;
  heads: readonly [string, string, string];
  nodes: readonly FlowNode[];
  links: readonly FlowLink[];
  height?: number;
};

/** Room for the names at the left, and for name, share and count at the right. */
const room = { top: 28, right: 180, bottom: 4, left: 96 } as const;
const nodeWidth = 8;

type Drawn = FlowNode & { depth: number };
type NodeProps = { x: number; y: number; width: number; height: number; payload: unknown };
type LinkProps = {
  sourceX: number;
  targetX: number;
  sourceY: number;
  targetY: number;
  sourceControlX: number;
  targetControlX: number;
  linkWidth: number;
  index: number;
};

/** What went from where through whose hands to which end: bands as wide as they are many. Nodes and bands open what is behind them. */
export function FlowChart({ label, heads, nodes, links, height = 268 }: Props) {
  const at = new Map(nodes.map(({ key }, index) => [key, index]));
  const data = {
    nodes: nodes.map((node) => ({ ...node })),
    links: links.map(({ from, to, count }) => ({ source: at.get(from)!, target: at.get(to)!, value: count })),
  };
  return (
    <figure aria-label={label} className="-mx-1 overflow-x-auto px-1">
      <div className="relative min-w-[560px]" style={{ height }}>
        <Heads heads={heads} />
        <ResponsiveContainer width="100%" height="100%">
          <Sankey
            data={data}
            nodeWidth={nodeWidth}
            nodePadding={14}
            iterations={0}
            sort={false}
            linkCurvature={0.5}
            margin={room}
            accessibilityLayer={false}
            role="group"
            aria-label={label}
            node={(props: NodeProps) => <Node {...props} node={props.payload as Drawn} />}
            link={(props: LinkProps) => <Band {...props} link={links[props.index]!} nodes={nodes} />}
          />
        </ResponsiveContainer>
      </div>
    </figure>
  );
}

function Heads({ heads }: { heads: readonly [string, string, string] }) {
  const middle = `calc(${room.left}px + (100% - ${room.left + room.right}px) / 2 - ${nodeWidth / 2}px)`;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 top-0 h-5 text-meta text-ink-2">
      <span className="absolute text-right" style={{ width: room.left - 8 }}>
        {heads[0]}
      </span>
      <span className="absolute" style={{ left: middle }}>
        {heads[1]}
      </span>
      <span className="absolute" style={{ left: `calc(100% - ${room.right + nodeWidth}px)` }}>
        {heads[2]}
      </span>
      <span className="absolute right-[52px]">Share</span>
      <span className="absolute right-0">Closed</span>
    </div>
  );
}

/** A link within a drawing: the router's, unless another window is wanted. */
function Way({
  href,
  label,
  quiet,
  children,
}: {
  href: string | undefined;
  label: string;
  quiet?: boolean;
  children: ReactNode;
}) {
  const router = useRouter();
  if (!href) return <g>{children}</g>;
  const press = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(href);
  };
  return (
    <a
      href={href}
      aria-label={label}
      onClick={press}
      tabIndex={quiet ? -1 : undefined}
      className="group outline-none focus-visible:[outline:2px_solid_var(--focus)] focus-visible:[outline-offset:2px]"
    >
      {children}
    </a>
  );
}

/** The numbers beside a node are no part of its link: a link's name begins with what one sees of it. */
function Node({ x, y, width, height, node }: NodeProps & { node: Drawn }) {
  const tall = Math.max(height, 2);
  const middle = y + tall / 2;
  const count = node.count.toLocaleString('en');
  const text = { dominantBaseline: 'central' as const, fontSize: 13 };
  const name = { ...text, fill: 'var(--ink-1)', className: 'group-hover:underline' };
  const number = { ...text, 'aria-hidden': true, pointerEvents: 'none', className: 'tabular-nums' } as const;
  const end = x + width + room.right;
  return (
    <g>
      <Way href={node.href} label={`${node.name}: ${count}, ${node.share}`}>
        <rect x={x} y={y} width={width} height={tall} rx={1.5} fill={`var(${node.colour})`} />
        {node.column === 0 && (
          <text x={x - 8} y={middle} {...name} textAnchor="end">
            {node.name}
          </text>
        )}
        {node.column === 1 && (
          <text x={x + width + 8} y={middle - 8} {...name} fontWeight={560}>
            {node.name}
          </text>
        )}
        {node.column === 2 && (
          <>
            {/* From the node to the numbers all is one thing to press. */}
            <rect x={x + width} y={middle - 12} width={room.right - 4} height={24} fill="transparent" />
            <text x={x + width + 10} y={middle} {...name} fontWeight={560}>
              {node.name}
            </text>
          </>
        )}
      </Way>
      {node.column === 1 && (
        <text x={x + width + 8} y={middle + 8} {...number} fill="var(--ink-2)">
          {node.share}, {count}
        </text>
      )}
      {node.column === 2 && (
        <>
          <text x={end - 52} y={middle} {...number} textAnchor="end" fontWeight={560} fill="var(--ink-1)">
            {node.share}
          </text>
          <text x={end} y={middle} {...number} textAnchor="end" fill="var(--ink-2)">
            {count}
          </text>
        </>
      )}
    </g>
  );
}

function Band({
  sourceX,
  targetX,
  sourceY,
  targetY,
  sourceControlX,
  targetControlX,
  linkWidth,
  link,
  nodes,
}: LinkProps & { link: FlowLink; nodes: readonly FlowNode[] }) {
  const name = (key: string) => nodes.find((node) => node.key === key)?.name ?? key;
  const half = Math.max(linkWidth, 1) / 2;
  const path = [
    `M${sourceX},${sourceY - half}`,
    `C${sourceControlX},${sourceY - half} ${targetControlX},${targetY - half} ${targetX},${targetY - half}`,
    `V${targetY + half}`,
    `C${targetControlX},${targetY + half} ${sourceControlX},${sourceY + half} ${sourceX},${sourceY + half}`,
    'Z',
  ].join(' ');
  return (
    <Way quiet href={link.href} label={`${name(link.from)} to ${name(link.to)}: ${link.count.toLocaleString('en')}`}>
      <path
        d={path}
        fill={`color-mix(in oklch, var(${link.colour}) ${link.faint ? 18 : 30}%, transparent)`}
        className="transition-opacity group-hover:opacity-70"
      >
        <title>{`${name(link.from)} to ${name(link.to)}: ${link.count.toLocaleString('en')}`}</title>
      </path>
    </Way>
  );
}
