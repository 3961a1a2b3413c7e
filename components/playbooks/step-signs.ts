import {
  ArrowRightLeft,
  CircleQuestionMark,
  CornerUpLeft,
  FileSearch,
  Hourglass,
  type LucideIcon,
  MessageSquare,
  Play,
  Search,
  ShieldCheck,
  Split,
  TextCursorInput,
  Undo2,
  Workflow,
} from 'lucide-react';
import type { NodeKind } from '@/lib/governance/playbook.schema';

export const stepSigns: Record<NodeKind, LucideIcon> = {
  collect: TextCursorInput,
  verify: ShieldCheck,
  lookup: Search,
  extract: FileSearch,
  decide: Split,
  confirm: CircleQuestionMark,
  act: Play,
  wait: Hourglass,
  call: Workflow,
  return: CornerUpLeft,
  compensate: Undo2,
  reply: MessageSquare,
  handoff: ArrowRightLeft,
};
