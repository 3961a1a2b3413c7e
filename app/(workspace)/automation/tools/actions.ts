'use server';

import { z } from 'zod';
import { personAction } from '@/lib/http/action';
import { tryTool } from '@/lib/pipeline/try-tool';
import { acceptTools } from '@/lib/tools/accept-tools';
import { decideToolChange } from '@/lib/tools/decide-tool-change';
import { lookAgain } from '@/lib/tools/look-again';
import { type DeskSettings, deskSettingsSchema, type TryRecords, tryRecordsSchema } from '@/lib/tools/records.schema';
import {
  acceptToolsSchema,
  connectorInputSchema,
  decideChangeSchema,
  httpToolInputSchema,
  toolSettingsSchema,
  tryToolSchema,
} from '@/lib/tools/registry.schema';
import { removeConnector } from '@/lib/tools/remove-connector';
import { saveConnector } from '@/lib/tools/save-connector';
import { saveDeskSettings } from '@/lib/tools/save-desk-settings';
import { removeTool, saveHttpTool, saveTool } from '@/lib/tools/save-tool';
import { beginSignIn } from '@/lib/tools/sign-in-to-connector';
import { testConnector } from '@/lib/tools/test-connector';
import { tryRecords } from '@/lib/tools/try-records';

const permission = 'intents.edit';
const one = z.object({ id: z.uuid() });

const saving = personAction({ permission, input: connectorInputSchema }, saveConnector);
const removing = personAction({ permission, input: one }, removeConnector);
const testing = personAction({ permission, input: connectorInputSchema }, (_, input) => testConnector(input));
const looking = personAction({ permission, input: one }, (_, input) => lookAgain(input));
const accepting = personAction({ permission, input: acceptToolsSchema }, acceptTools);
const deciding = personAction({ permission, input: decideChangeSchema }, decideToolChange);
const setting = personAction({ permission, input: toolSettingsSchema }, saveTool);
const describing = personAction({ permission, input: httpToolInputSchema }, saveHttpTool);
const removingTool = personAction({ permission, input: one }, removeTool);
const trying = personAction({ permission, input: tryToolSchema }, tryTool);
const settingDesk = personAction({ permission, input: deskSettingsSchema }, saveDeskSettings);
const tryingRecords = personAction({ permission, input: tryRecordsSchema }, tryRecords);
const signingIn = personAction({ permission, input: one }, beginSignIn);

export async function keepConnector(input: unknown) {
  return saving(input);
}

export async function dropConnector(input: { id: string }) {
  return removing(input);
}

export async function tryConnection(input: unknown) {
  return testing(input);
}

export async function lookAtTools(input: { id: string }) {
  return looking(input);
}

export async function takeTools(input: z.input<typeof acceptToolsSchema>) {
  return accepting(input);
}

export async function decideChange(input: z.input<typeof decideChangeSchema>) {
  return deciding(input);
}

export async function keepTool(input: z.input<typeof toolSettingsSchema>) {
  return setting(input);
}

export async function describeTool(input: unknown) {
  return describing(input);
}

export async function dropTool(input: { id: string }) {
  return removingTool(input);
}

export async function callForTrial(input: z.input<typeof tryToolSchema>) {
  return trying(input);
}

export async function signIn(input: { id: string }) {
  return signingIn(input);
}

export async function keepDeskSettings(input: DeskSettings) {
  return settingDesk(input);
}

export async function askForTrial(input: TryRecords) {
  return tryingRecords(input);
}
