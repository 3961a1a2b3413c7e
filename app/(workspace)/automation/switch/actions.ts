'use server';

import { type AssistantSwitch, assistantSwitchSchema } from '@/lib/governance/assistant-switch.schema';
import { switchAssistant } from '@/lib/governance/switch-assistant';
import { personAction } from '@/lib/http/action';

const switching = personAction({ permission: 'desk.administer', input: assistantSwitchSchema }, switchAssistant);

export async function turnAssistant(input: AssistantSwitch) {
  return switching(input);
}
