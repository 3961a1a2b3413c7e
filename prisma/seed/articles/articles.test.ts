import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seedArticleSchema } from '@/lib/knowledge/knowledge.schema';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe('seed articles', () => {
  it.each(files)('%s', (name) => {
    const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(new URL(name, folder), 'utf8')) ?? [];
    const fields = Object.fromEntries([...front!.matchAll(/^(\w+): (.*)$/gm)].map(([, key, value]) => [key, value]));
    const { slug, title } = seedArticleSchema.parse(fields);
    expect(`${slug}.md`).toBe(name);
    expect(body).toContain(`# ${title}\n`);
    const words = body!.match(/\S+/g)!.length;
    expect(words).toBeGreaterThan(100);
    expect(words).toBeLessThan(360);
  });

  it('are enough for a help centre, some of them for agents only', () => {
    expect(files.length).toBeGreaterThanOrEqual(40);
  });
});
