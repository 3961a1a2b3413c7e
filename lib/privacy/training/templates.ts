import { englishTemplates, plainTemplates } from './templates-english';
import { otherTemplates } from './templates-other';

const lines = (block: string) =>
  block
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replaceAll('\\n', '\n'));

export const namedTemplates = lines(englishTemplates);
export const nameless = lines(plainTemplates);
export const foreign = lines(otherTemplates);
export const templates = [...namedTemplates, ...nameless, ...foreign];
