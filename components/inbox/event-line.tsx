import type { LucideIcon } from 'lucide-react';
import {
  AlarmClock,
  ArrowRightLeft,
  Calendar,
  CircleCheck,
  Flame,
  Hand,
  Info,
  Merge,
  RotateCcw,
  ShieldAlert,
  ShieldCheck,
  SignalHigh,
  Split,
  Star,
  Tag,
  Undo2,
  UserRound,
} from 'lucide-react';

// By what an event's name speaks of; a name that says none of these gets the plain sign.
const signs: [RegExp, LucideIcon][] = [
  [/approv|refus|denied/, ShieldCheck],
  [/action/, ShieldAlert],
  [/snooz|woke/, AlarmClock],
  [/label/, Tag],
  [/priorit/, SignalHigh],
  [/merged/, Merge],
  [/split/, Split],
  [/late/, Flame],
  [/undone/, Undo2],
  [/took|take|taken/, Hand],
  [/hand/, ArrowRightLeft],
  [/assign/, UserRound],
  [/reopen/, RotateCcw],
  [/solve|close|resol/, CircleCheck],
  [/rat(ed|ing)/, Star],
];

export function EventLine({ text, name }: { text: string; name: string | null }) {
  const Icon = signs.find(([pattern]) => name !== null && pattern.test(name))?.[1] ?? Info;
  return <Line icon={Icon}>{text}</Line>;
}

export function DayLine({ text }: { text: string }) {
  return <Line icon={Calendar}>{text}</Line>;
}

function Line({ icon: Icon, children }: { icon: LucideIcon; children: string }) {
  return (
    <p className="mt-4 flex items-center gap-3 text-meta text-ink-3">
      <span className="grid w-6 flex-none place-items-center">
        <Icon size={14} strokeWidth={1.75} aria-hidden />
      </span>
      <span className="min-w-0">{children}</span>
      <span aria-hidden className="-ml-1 h-px min-w-4 flex-1 bg-line" />
    </p>
  );
}
