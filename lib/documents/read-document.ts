import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { linesOfText } from './cut-lines';
import type { DocumentRead } from './document.schema';
import { readPdf } from './read-pdf';

const patienceMs = 15_000;
const mostMemoryMb = 256;

/** What stands in a file of this type. Never throws, and ends within 15 seconds. */
export async function readDocument(type: string, bytes: Uint8Array): Promise<DocumentRead> {
  if (type === 'application/pdf') return readOnThread(bytes);
  if (type === 'text/plain' || type === 'text/csv') {
    const pages = linesOfText(new TextDecoder().decode(bytes));
    return pages.some((lines) => lines.length > 0)
      ? { readable: true, pages }
      : { readable: false, why: 'There is no text in it.' };
  }
  if (type.startsWith('image/'))
    return { readable: false, why: 'It is a picture, and the assistant does not read the letters in pictures.' };
  return { readable: false, why: 'The assistant reads PDF and plain text only.' };
}

/** The thread's file is bundled into dist/; where it is not (a test on the sources), reading happens in place. */
function readOnThread(bytes: Uint8Array): Promise<DocumentRead> {
  const file = path.resolve(process.env.BATON_ROOT ?? '.', 'dist', 'pdf.mjs');
  if (!process.env.BATON_ROOT || !existsSync(file)) return readPdf(bytes);
  return new Promise((resolve) => {
    const thread = new Worker(file, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
      // It is given bytes and gives lines back: nothing of this process is its business.
      env: {},
    });
    const end = (read: DocumentRead) => {
      clearTimeout(timer);
      resolve(read);
      void thread.terminate();
    };
    const timer = setTimeout(() => end({ readable: false, why: 'Reading it took too long.' }), patienceMs);
    thread.once('message', end);
    thread.once('error', () => end({ readable: false, why: 'The file is damaged.' }));
    thread.once('exit', () => end({ readable: false, why: 'The file is damaged.' }));
  });
}
