import { type HttpToolInput, httpToolInputSchema, type ToolView } from '@/lib/tools/registry.schema';
import type { HttpTool } from '@/lib/tools/tool.schema';

export const argumentTypes = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;
type ArgumentType = (typeof argumentTypes)[number];
type Place = HttpTool['places'][string]['in'];

export type ArgumentDraft = {
  /** Stays while it is renamed. */
  row: number;
  name: string;
  type: ArgumentType;
  required: boolean;
  place: Place;
  /** What it is called there; empty: as here. */
  called: string;
  description: string;
  /** What else its schema says, kept as it is. */
  rest: Record<string, unknown>;
};

export type HttpToolDraft = {
  name: string;
  title: string;
  description: string;
  write: boolean;
  method: HttpTool['method'];
  path: string;
  args: ArgumentDraft[];
  result: string;
  missing: string;
  refused: string;
  code: string;
  message: string;
};

type Tool = ToolView['tool'];

export function draftOf(tool: Tool | null): HttpToolDraft {
  const http = tool?.http;
  const schema = (tool?.inputSchema ?? {}) as {
    properties?: Record<string, Record<string, unknown>>;
    required?: string[];
  };
  return {
    ...{ name: tool?.name ?? '', title: tool?.title ?? '', description: tool?.description ?? '' },
    ...{ write: tool?.write ?? false, method: http?.method ?? 'GET', path: http?.path ?? '/' },
    args: Object.entries(schema.properties ?? {}).map(([name, { type, description, ...rest }], row) => ({
      ...{ row, name, rest },
      type: argumentTypes.find((one) => one === type) ?? 'string',
      required: schema.required?.includes(name) ?? false,
      place: http?.places[name]?.in ?? 'query',
      called: http?.places[name]?.name ?? '',
      description: typeof description === 'string' ? description : '',
    })),
    ...{ result: http?.result ?? '', missing: http?.missing ?? '', refused: http?.refused ?? '' },
    ...{ code: http?.code ?? '', message: http?.message ?? '' },
  };
}

const expressions = ['result', 'missing', 'refused', 'code', 'message'] as const;

export function inputOf(draft: HttpToolDraft, connectorId: string, id: string | undefined): unknown {
  const { name, title, description, write, method, path, args } = draft;
  const said = expressions.flatMap((what) => (draft[what].trim() === '' ? [] : [[what, draft[what].trim()] as const]));
  return {
    ...(id !== undefined && { id }),
    ...{ connectorId, name: name.trim(), title: title.trim(), description, write },
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(
        args.map((one) => [
          one.name.trim(),
          {
            ...one.rest,
            type: one.type,
            ...(one.description.trim() !== '' && { description: one.description.trim() }),
          },
        ]),
      ),
      required: args.filter((one) => one.required).map((one) => one.name.trim()),
    },
    http: {
      ...{ method, path: path.trim() },
      places: Object.fromEntries(
        args.map(({ name: argument, place, called }) => [
          argument.trim(),
          { in: place, ...(called.trim() !== '' && { name: called.trim() }) },
        ]),
      ),
      ...Object.fromEntries(said),
    },
  };
}

/** What is wrong, one line for each field, as the server will say it too; null where nothing is. */
export function checkDraft(
  draft: HttpToolDraft,
  connectorId: string,
): Partial<Record<'name' | 'title' | 'path' | 'args', string>> | null {
  const wrong: Partial<Record<'name' | 'title' | 'path' | 'args', string>> = {};
  const parsed = httpToolInputSchema.safeParse(inputOf(draft, connectorId, undefined) as HttpToolInput);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const [at, below] = path;
    if (at === 'name' || at === 'title') wrong[at] = sentence(message);
    else if (at === 'http' && below === 'path') wrong.path = sentence(message);
    else wrong.args ??= sentence(message);
  }
  const names = draft.args.map(({ name }) => name.trim());
  if (names.includes('')) wrong.args = 'Every argument needs a name.';
  else if (new Set(names).size < names.length) wrong.args = 'Two arguments have the same name.';
  const parts = draft.args
    .filter(({ place }) => place === 'path')
    .map(({ name, called }) => called.trim() || name.trim());
  const inPath = [...draft.path.matchAll(/\{([^{}]*)\}/g)].map(([, part]) => part);
  const empty = inPath.find((part) => !parts.includes(part ?? ''));
  const homeless = parts.find((part) => !inPath.includes(part));
  if (empty !== undefined) wrong.path ??= `Nothing goes into {${empty}} yet: add an argument that stands in the path.`;
  else if (homeless) wrong.path ??= `The path has no place {${homeless}} for that argument.`;
  return Object.keys(wrong).length > 0 ? wrong : null;
}

const sentence = (message: string) => `It ${message}.`.replace(/^It (?=[A-Z])/, '').replace(/\.\.$/, '.');
