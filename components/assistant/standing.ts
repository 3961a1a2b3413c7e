import type { AssistantSwitch } from '@/lib/governance/assistant-switch.schema';

export type Standing = 'on' | 'reading' | 'off';

export const standingOf = ({ writes, answers }: AssistantSwitch): Standing =>
  !answers ? 'off' : writes ? 'on' : 'reading';

export const switchOf: Record<Standing, AssistantSwitch> = {
  on: { writes: true, answers: true },
  reading: { writes: false, answers: true },
  off: { writes: false, answers: false },
};
