import { serviceWords } from './service-words';

type Lexicon = {
  exact: Map<string, string[]>;
  stems: Map<string, string[]>;
  misspelt: Map<string, string[]>;
  longest: number;
};

let prepared: Lexicon | undefined;

/** The service concepts that a text names, each once, sorted. `tokens` are normalised words in order. */
export function findConcepts(tokens: string[]): string[] {
  prepared ??= prepareLexicon(serviceWords);
  const lexicon = prepared;
  const found = new Set<string>();
  const add = (concepts: string[] | undefined) => {
    for (const concept of concepts ?? []) found.add(concept);
    return concepts !== undefined;
  };
  const marked = ['^', ...tokens];
  for (let start = 0; start < marked.length; start++) {
    let phrase = '';
    for (let length = 1; length <= lexicon.longest && start + length <= marked.length; length++) {
      phrase = length === 1 ? marked[start]! : `${phrase} ${marked[start + length - 1]}`;
      const exact = add(lexicon.exact.get(phrase));
      const stem = addStems(phrase, lexicon, add);
      if (length === 1 && !exact && !stem) addMisspelt(phrase, lexicon, add);
    }
  }
  return [...found].sort();
}

function addStems(phrase: string, { stems }: Lexicon, add: (concepts: string[] | undefined) => boolean): boolean {
  let any = false;
  for (let end = 3; end <= phrase.length && end <= 24; end++) any = add(stems.get(phrase.slice(0, end))) || any;
  return any;
}

/** One letter too few, too many, wrong or swapped: both words meet in a form with one letter left out. */
function addMisspelt(word: string, { misspelt }: Lexicon, add: (concepts: string[] | undefined) => boolean) {
  if (word.length < 5 || word.length > 20) return;
  if (add(misspelt.get(word))) return;
  for (const shorter of leaveOneOut(word)) if (add(misspelt.get(shorter))) return;
}

function prepareLexicon(source: Record<string, string>): Lexicon {
  const lexicon: Lexicon = { exact: new Map(), stems: new Map(), misspelt: new Map(), longest: 1 };
  const put = (map: Map<string, string[]>, key: string, concept: string) => {
    const there = map.get(key);
    if (!there) map.set(key, [concept]);
    else if (!there.includes(concept)) there.push(concept);
  };
  for (const [concept, list] of Object.entries(source)) {
    for (const entry of list.split(',').map((word) => word.trim())) {
      const stem = entry.endsWith('*');
      const word = stem ? entry.slice(0, -1) : entry;
      lexicon.longest = Math.max(lexicon.longest, word.split(' ').length);
      put(stem ? lexicon.stems : lexicon.exact, word, concept);
      // Under six letters a slip makes too many other real words.
      if (word.includes(' ') || word.length < 6) continue;
      put(lexicon.misspelt, word, concept);
      for (const shorter of leaveOneOut(word)) put(lexicon.misspelt, shorter, concept);
    }
  }
  return lexicon;
}

function leaveOneOut(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
