import { getDocumentProxy } from 'unpdf';
import { cutLines } from './cut-lines';
import { type DocumentRead, mostPages } from './document.schema';
import { layOutWords, type PlacedText } from './lay-out-words';

const wordless =
  'It is a scan or a photo: there is no text in it that a machine can read without making out the letters.';

/** Never throws: a PDF that is broken or locked is one that cannot be read. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentRead> {
  try {
    // Its own copy: the library takes the memory over.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { stopAtErrors: true, verbosity: 0 });
    const pages: string[][] = [];
    try {
      for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number++) {
        const { items } = await (await pdf.getPage(number)).getTextContent();
        pages.push(layOutWords(items.flatMap((item) => ('str' in item ? [placedOf(item)] : []))));
      }
    } finally {
      await pdf.loadingTask.destroy();
    }
    const cut = cutLines(pages);
    return cut.some((lines) => lines.length > 0) ? { readable: true, pages: cut } : { readable: false, why: wordless };
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return { readable: false, why: locked ? 'It is locked with a password.' : 'The file is damaged.' };
  }
}

type Item = { str: string; transform: unknown[]; width: number; height: number };

const placedOf = ({ str: text, transform, width, height }: Item): PlacedText => ({
  text,
  x: Number(transform[4]),
  y: Number(transform[5]),
  width,
  height,
});
