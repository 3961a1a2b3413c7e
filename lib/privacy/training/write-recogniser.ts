import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { packLexicon } from '../detection/lexicon';
import { buildLexicon } from './build-lexicon';
import { fillTemplates } from './fill-templates';
import { readPlainTexts } from './read-plain-texts';
import { templates } from './templates';
import { trainTagger } from './train-tagger';

const sentences = 40_000;

/** Builds the lists and trains the recogniser anew, and writes both where the product reads them. */
export function writeRecogniser(root: string): void {
  const folder = path.join(root, 'lib', 'privacy', 'detection');
  const plainTexts = readPlainTexts(root);
  const lexicon = buildLexicon([...templates, ...plainTexts]);
  const weights = trainTagger(fillTemplates(sentences, 1, plainTexts), lexicon);
  const write = (file: string, content: object) =>
    writeFileSync(path.join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
  write('lexicon.json', { words: packLexicon(lexicon) });
  write('tagger.json', { weights: Buffer.from(weights.buffer).toString('base64') });
}
