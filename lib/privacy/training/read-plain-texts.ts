import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { intents } from '../../../prisma/seed/intents';
import { regionWords } from './word-lists';

const named = new RegExp(
  `(?<!\\p{L})(?:${regionWords.join('|')}|canada|states|state|colorado|denver|boulder)(?!\\p{L})`,
  'iu',
);

/** Sentences of the articles and questions of the demo shop: ordinary service prose in which nobody is named. */
export function readPlainTexts(root: string): string[] {
  const folder = path.join(root, 'prisma', 'seed', 'articles');
  const articles = readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .replace(/^---[\s\S]*?---/, '')
        .split('\n'),
    )
    .map((line) =>
      line
        .replace(/^#+\s*|\*\*|^[-*]\s+|\|/g, ' ')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .trim(),
    );
  const questions = intents.flatMap(({ examples }) => examples);
  return [...articles, ...questions].filter((line) => line.length > 3 && line.length < 400 && !named.test(line));
}
