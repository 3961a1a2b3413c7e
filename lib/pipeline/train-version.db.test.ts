import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { trainClassifier } from './understanding/train-classifier';

let desk: TestDatabase;
let request: typeof import('../governance/request-training').requestTraining;
let release: typeof import('../governance/release-version').releaseVersion;
let train: typeof import('./train-version').trainVersion;
let fail: typeof import('./train-version').failVersion;
let readLive: typeof import('./read-intent-model').readLiveModel;
let current: typeof import('../governance/list-versions').readCurrent;
let list: typeof import('../governance/list-intents').listIntents;
let view: typeof import('../governance/view-intent').viewIntent;

const system = { kind: 'system' as const, id: null };
const taught = {
  refund: ['money back please', 'i want a refund', 'refund my order', 'give me my money back', 'refund the payment'],
  parcel: ['where is my parcel', 'track my parcel', 'parcel not here', 'when does the parcel come', 'parcel late'],
};

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ requestTraining: request } = await import('../governance/request-training'));
  ({ releaseVersion: release } = await import('../governance/release-version'));
  ({ trainVersion: train, failVersion: fail } = await import('./train-version'));
  ({ readLiveModel: readLive } = await import('./read-intent-model'));
  ({ readCurrent: current } = await import('../governance/list-versions'));
  ({ listIntents: list } = await import('../governance/list-intents'));
  ({ viewIntent: view } = await import('../governance/view-intent'));
});
afterAll(() => desk.close());

beforeEach(async () => {
  await desk.db.intentVersion.deleteMany();
  await desk.db.intent.deleteMany();
  for (const [key, texts] of Object.entries(taught)) await teach(key, texts);
});

async function teach(key: string, texts: string[], use: 'train' | 'test' = 'train') {
  const { id } = await desk.db.intent.upsert({
    where: { key },
    update: {},
    create: { id: randomUUID(), key, name: key },
  });
  await desk.db.intentExample.createMany({
    data: texts.map((text) => ({ id: randomUUID(), intentId: id, text, use })),
  });
}

const ask = async (live = true) => {
  const { id, number } = await request(system, { note: '', release: live });
  return { id, number };
};
const later = () => Date.now() + 60_000; // past the second for which a process keeps what it read
const stateOf = async (id: string) => (await desk.db.intentVersion.findUniqueOrThrow({ where: { id } })).state;

describe('trainVersion', () => {
  it('makes a version live with its figures, and what it took each example for', async () => {
    const { id, number } = await ask();
    await train(id, trainClassifier);
    expect(await stateOf(id)).toBe('live');
    expect(await readLive(later())).toMatchObject({ id, number });
    const refund = await view('refund');
    expect(refund.examples).toHaveLength(5);
    expect(refund.examples.every(({ taken }) => taken !== null)).toBe(true);
    expect(refund.confusion.total).toBe(10);
    expect((await list()).intents.find(({ key }) => key === 'parcel')?.f1).toBeGreaterThan(0);
  });

  it('waits when it was not asked to be released, and the examples are counted as changed', async () => {
    const first = await ask();
    await train(first.id, trainClassifier);
    await teach('gift', ['wrap it', 'gift wrap please', 'as a present']);
    expect((await list()).changed).toBe(3);
    const second = await ask(false);
    await train(second.id, trainClassifier);
    expect(await current()).toMatchObject({ live: { id: first.id }, next: { id: second.id, state: 'ready' } });
    expect((await readLive(later())).model.intents).not.toContain('gift');
    await release(system, { versionId: second.id, restoreExamples: false });
    expect((await readLive(later())).model.intents).toContain('gift');
    expect((await list()).changed).toBe(0);
  });

  it('never trains on what is kept as test, and tells how it did on it', async () => {
    await teach('parcel', ['has my parcel been shipped', 'parcel tracking number'], 'test');
    const { id } = await ask();
    await train(id, trainClassifier);
    const { model } = await readLive(later());
    expect(model.trainedOn).toBe(10);
    expect((await current()).live).toMatchObject({ examples: 12, tests: { examples: 2 } });
    const parcel = await view('parcel');
    expect(parcel.examples.filter(({ use, taken }) => use === 'test' && taken !== null)).toHaveLength(2);
  });

  it('reads a classifier stored in a form of before by training it anew', async () => {
    const { id } = await ask();
    await train(id, trainClassifier);
    await desk.db.intentVersion.update({
      where: { id },
      data: { model: Uint8Array.from(gzipSync(JSON.stringify({ version: 1 }))) },
    });
    const { readModel } = await import('./read-intent-model');
    expect((await readModel(id)).intents).toEqual(['parcel', 'refund']);
    expect(await stateOf(id)).toBe('live');
  });

  it('done again by a worker that died after training it releases it once', async () => {
    const { id } = await ask();
    await train(id, trainClassifier);
    await train(id, () => {
      throw new Error('trained a second time');
    });
    expect(await stateOf(id)).toBe('live');
  });

  it('says why it failed, and leaves what is live', async () => {
    const first = await ask();
    await train(first.id, trainClassifier);
    const second = await ask();
    await fail(second.id, 'out of memory');
    expect(await current()).toMatchObject({
      live: { id: first.id },
      next: { state: 'failed', error: 'out of memory' },
    });
    await expect(release(system, { versionId: second.id, restoreExamples: false })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('refuses to train on less than two intents', async () => {
    await desk.db.intent.deleteMany({ where: { key: 'parcel' } });
    await expect(ask()).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('releaseVersion', () => {
  it('goes back to an earlier version with the examples of then', async () => {
    const first = await ask();
    await train(first.id, trainClassifier);
    await desk.db.intentExample.deleteMany({ where: { text: 'parcel late' } });
    await desk.db.intentExample.updateMany({ where: { text: 'i want a refund' }, data: { use: 'test' } });
    await teach('gift', ['wrap it', 'gift wrap please', 'as a present']);
    const second = await ask();
    await train(second.id, trainClassifier);

    await release(system, { versionId: first.id, restoreExamples: true });
    expect(await stateOf(first.id)).toBe('live');
    expect(await stateOf(second.id)).toBe('retired');
    const examples = await desk.db.intentExample.findMany({ select: { text: true, use: true } });
    expect(examples.map(({ text }) => text).sort()).toEqual(Object.values(taught).flat().sort());
    expect(examples.every(({ use }) => use === 'train')).toBe(true);
    expect((await list()).changed).toBe(0);
  });

  it('leaves one live version, however many release at once', async () => {
    const versions = [];
    for (let count = 0; count < 4; count++) {
      const version = await ask(false);
      await train(version.id, trainClassifier);
      versions.push(version);
    }
    await Promise.all(versions.map(({ id }) => release(system, { versionId: id, restoreExamples: false })));
    expect(await desk.db.intentVersion.count({ where: { state: 'live' } })).toBe(1);
    expect(await desk.db.intentVersion.count({ where: { state: 'retired' } })).toBe(3);
  });
});

describe('readLiveModel', () => {
  it('trains the first version where none was ever released, once for all who ask', async () => {
    const models = await Promise.all([readLive(later()), readLive(later()), readLive(later())]);
    expect(new Set(models.map(({ id }) => id)).size).toBe(1);
    expect(await desk.db.intentVersion.count()).toBe(1);
  });
});
