import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { keepTrained } from './keep-trained';
import { trainFirst } from './train-first';
import { trainOnThread } from './train-on-thread';
import { openModel } from './understanding/classify-text';
import { type IntentModel, modelVersion } from './understanding/understanding.schema';

const lookMs = 1_000; // a release is read with in every process within a second

export type LiveModel = { id: string; number: number; model: IntentModel };

let kept: LiveModel | undefined;
let looked = 0;
let looking: Promise<LiveModel> | undefined;

/** The live version of the intents. Where none was ever released, the first is trained here and made live. */
export async function readLiveModel(now = Date.now()): Promise<LiveModel> {
  if (kept && now - looked < lookMs) return kept;
  looking ??= refresh().finally(() => {
    looking = undefined;
    looked = Date.now();
  });
  return looking;
}

export const readIntentModel = async (): Promise<IntentModel> => (await readLiveModel()).model;

/** Which version understood a turn, for the trace. */
export const intentStamp = (): string => (kept ? `version ${kept.number}` : 'none');

async function refresh(): Promise<LiveModel> {
  const live =
    (await db().intentVersion.findFirst({ where: { state: 'live' }, select: { id: true, number: true } })) ??
    (await inTransaction(trainFirst));
  if (kept?.id !== live.id) kept = { ...live, model: await readModel(live.id) };
  return kept;
}

/** The classifier of any trained version. One stored in a form of before is trained anew. Throws `not_found` when it is none. */
export async function readModel(versionId: string): Promise<IntentModel> {
  const version = await db().intentVersion.findUnique({ where: { id: versionId }, select: { model: true } });
  if (!version?.model) throw new AppError('not_found', 'There is no such trained version.');
  const json = await promisify(gunzip)(version.model);
  // Written by keepTrained and by nobody else: checking megabytes of weights number by number would cost every start a second.
  const stored = JSON.parse(json.toString('utf8')) as IntentModel;
  const model = stored.version === modelVersion ? stored : await keepTrained(db(), versionId, trainOnThread);
  openModel(model);
  return model;
}
