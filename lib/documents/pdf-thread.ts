import { parentPort, workerData } from 'node:worker_threads';
import { readPdf } from './read-pdf';

// A stranger's file may be made to take for ever: here it takes nobody's turn along, and is ended from outside.
void readPdf(workerData as Uint8Array).then((read) => parentPort?.postMessage(read));
