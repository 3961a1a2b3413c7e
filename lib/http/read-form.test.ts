import { describe, expect, it } from 'vitest';
import { readForm } from './read-form';

function post(form: FormData, headers: Record<string, string> = {}): Request {
  const encoded = new Response(form);
  return new Request('http://localhost/x', {
    method: 'POST',
    body: encoded.body,
    headers: { 'content-type': encoded.headers.get('content-type')!, ...headers },
    duplex: 'half',
  } as RequestInit);
}

describe('readForm', () => {
  it('reads fields and files with their folders', async () => {
    const form = new FormData();
    form.append('kind', 'markdown');
    form.append('files', new File(['# A'], 'docs/es/a.md'));
    const read = await readForm(post(form), 10_000);
    expect(read.get('kind')).toBe('markdown');
    expect((read.get('files') as File).name).toBe('docs/es/a.md');
  });

  it('stops at what is too long, whatever it says about itself', async () => {
    const form = new FormData();
    form.append('files', new File(['x'.repeat(5_000)], 'a.md'));
    await expect(readForm(post(form), 4_000)).rejects.toMatchObject({ code: 'too_large' });
    await expect(readForm(post(form, { 'content-length': '99999999' }), 4_000_000)).rejects.toMatchObject({
      code: 'too_large',
    });
  });

  it('refuses another site’s form, and what is none', async () => {
    await expect(readForm(post(new FormData(), { 'sec-fetch-site': 'cross-site' }), 100)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const text = new Request('http://localhost/x', { method: 'POST', body: 'a=b' });
    await expect(readForm(text, 100)).rejects.toMatchObject({ code: 'invalid' });
    const broken = { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } };
    await expect(readForm(new Request('http://localhost/x', broken), 100)).rejects.toMatchObject({ code: 'invalid' });
  });
});
