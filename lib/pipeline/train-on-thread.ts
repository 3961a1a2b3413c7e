import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Train } from './training.schema';
import { trainClassifier } from './understanding/train-classifier';
import type { IntentModel } from './understanding/understanding.schema';

/**
 * Trains beside the work of this process. The thread's file is bundled into dist/; where it is not (a test on the
 * sources), training happens in place. Throws what training throws.
 */
export const trainOnThread: Train = (examples) => {
  const file = path.resolve(process.env.BATON_ROOT ?? '.', 'dist', 'train.mjs');
  if (!process.env.BATON_ROOT || !existsSync(file)) return trainClassifier(examples);
  return new Promise<IntentModel>((resolve, reject) => {
    const thread = new Worker(file, { workerData: examples });
    thread.once('message', (model: IntentModel) => {
      resolve(model);
      void thread.terminate();
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The training thread ended with ${code}.`)));
  });
};
