'use client';

import { useEffect, useRef, useState } from 'react';
import { formatFigure } from '@/lib/format/format-figure';
import type { Category } from '@/lib/worth/worth.schema';
import { layOutTiles } from './lay-out-tiles';
import { levels } from './say-map';

const height = 336;
const gap = 2;
const narrow = 640;

type Props = { categories: readonly Category[]; onOpen: (key: string) => void };

/**
 * The volume as tiles, named in place. In each the assistant's share fills it from the left, and beside it, paler, what it could
 * carry as well. A press opens a category.
 */
export function VolumeMap({ categories, onOpen }: Props) {
  const { ref, width } = useWidth();
  const tall = width > 0 && width < narrow ? 480 : height;
  const sorted = [...categories].sort((a, b) => b.tickets - a.tickets);
  const tiles = layOutTiles(
    sorted.map(({ tickets }) => tickets),
    width,
    tall,
  );
  return (
    <div ref={ref} className="relative" style={{ height: tall }}>
      <ul aria-label="Categories by volume">
        {sorted.map((category, at) => {
          const { left, top, width: wide, height: high } = tiles[at]!;
          if (wide < 1 || high < 1) return null;
          return (
            <li
              key={category.key}
              className="absolute"
              style={{ left, top, width: Math.max(1, wide - gap), height: Math.max(1, high - gap) }}
            >
              <TileButton category={category} wide={wide} high={high} onOpen={() => onOpen(category.key)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type TileProps = { category: Category; wide: number; high: number; onOpen: () => void };

function TileButton({ category, wide, high, onOpen }: TileProps) {
  const { name, kind, share, achieved, potential, savingMicros, complexity } = category;
  const reached = achieved?.value ?? 0;
  const [carried, could] = [reached * 100, (reached + potential) * 100];
  const money =
    savingMicros === null ? null : formatFigure('micros', Math.round(savingMicros / 1e6) * 1e6).replace(/\.00$/, '');
  const facts = [
    `${Math.round(share * 100)}% of the volume`,
    achieved && `${Math.round(reached * 100)}% solved by the assistant`,
    money && `${money} a month to be had`,
    complexity && levels[complexity.level].toLowerCase(),
  ].filter(Boolean);
  const named = wide > 56 && high > 26;
  const shade = (to: string, percent: number) => `color-mix(in oklch, var(${to}) ${percent}%, var(--fill))`;
  return (
    <button
      type="button"
      title={`${name}: ${facts.join(', ')}`}
      aria-label={named ? undefined : `${name}: ${facts.join(', ')}`}
      onClick={onOpen}
      style={{
        background: `linear-gradient(to right, ${shade('--chart-2', 34)} ${carried}%, ${shade('--chart-6', 38)} ${carried}% ${could}%, var(--fill) ${could}%)`,
      }}
      className="focus-inside flex size-full flex-col overflow-hidden rounded-corner-small px-2 py-1.5 text-left text-ink-1 outline-offset-[-2px] hover:brightness-[0.97] dark:hover:brightness-110"
    >
      {named && (
        <span className={`w-full truncate text-meta font-medium ${kind === 'none' ? 'text-ink-2' : ''}`}>{name}</span>
      )}
      {wide > 64 && high > 46 && (
        <span className="w-full truncate text-meta text-ink-2 tabular-nums">
          {Math.round(share * 100)}%{money && wide > 120 && kind !== 'none' ? ` · ${money}` : ''}
        </span>
      )}
      {named && <span className="sr-only">{facts.join(', ')}</span>}
    </button>
  );
}

function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
