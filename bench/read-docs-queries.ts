import { type BenchDocument, readRecords, textFields } from './read-docs';

export type BenchQuery = { text: string; language: string | undefined; wanted: string[] };

/** The wanted documents are the field whose values are names of documents; the query is a text field beside it. */
export function readQueries(file: string, documents: BenchDocument[]): BenchQuery[] {
  const records = readRecords(file);
  const ids = new Map<string, string>();
  for (const { id, names } of documents) for (const name of names) if (!ids.has(name)) ids.set(name, id);
  for (const { id } of documents) ids.set(id, id);
  const asList = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each).map(String) : [String(each)],
    );
  const known = (value: unknown) => [
    ...new Set(asList(value).flatMap((name) => (ids.has(name) ? [ids.get(name)!] : []))),
  ];
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const hits = names.map((name) => ({
    name,
    hits: records.reduce((sum, record) => sum + known(record[name]).length, 0),
  }));
  const wanted = hits.sort((a, b) => b.hits - a.hits)[0];
  if (!wanted || wanted.hits === 0) throw new Error(`${file}: no field names documents of the corpus`);
  // An answer given beside the question must not become the query; an id is too short to be one.
  const texts = textFields(records).filter(
    ({ name, mean }) => name !== wanted.name && mean >= 12 && !/answer|reference|response|^id$/i.test(name),
  );
  const query =
    texts.find(({ name }) => /query|question|scenario|utterance|prompt/i.test(name)) ??
    texts.sort((a, b) => b.mean - a.mean)[0];
  if (!query) throw new Error(`${file}: no field holds a question`);
  return records
    .map((record) => ({
      text: String(record[query.name] ?? ''),
      language: typeof record.language === 'string' ? record.language.slice(0, 2) : undefined,
      wanted: known(record[wanted.name]),
    }))
    .filter((each) => each.wanted.length > 0 && each.text !== '');
}
