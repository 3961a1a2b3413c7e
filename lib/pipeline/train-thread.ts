import { parentPort, workerData } from 'node:worker_threads';
import { trainClassifier } from './understanding/train-classifier';
import type { Example } from './understanding/understanding.schema';

// Seconds of arithmetic: on a thread of its own no customer's turn waits for it.
parentPort?.postMessage(trainClassifier(workerData as Example[]));
