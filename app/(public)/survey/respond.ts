import { createHash } from 'node:crypto';
import type { ReactNode } from 'react';
import { writeHtml } from '@/components/help/write-html';
import { NoticePage } from '@/components/survey/survey-page';
import { surveyScript, surveyStyles } from '@/components/survey/survey-styles';
import { surveyWords } from '@/lib/format/survey-words';
import { isAppError } from '@/lib/platform/errors';
import { readBrand } from '@/lib/surveys/survey-settings';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Our own style and script by their hashes, a form back to us, and nothing else. */
const policy = [
  "default-src 'none'",
  `style-src ${hash(surveyStyles)}`,
  `script-src ${hash(surveyScript)}`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The link in the address is all it takes to answer: it goes nowhere else, and no copy is kept. */
export function surveyResponse(page: ReactNode, status = 200): Response {
  return new Response(`<!doctype html>${writeHtml(page)}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  });
}

const mostBytes = 16_384;

/** The fields of a plain form; null where it is none, or too long. */
export async function readFields(request: Request): Promise<URLSearchParams | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null;
  const text = await request.text();
  return text.length > mostBytes ? null : new URLSearchParams(text);
}

/** The last one is what the nearest proxy, or the web process itself, saw; those before it anybody may have written. */
export const addressOf = (request: Request): string =>
  request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';

/** Customers see a page, never an error of a machine. */
export async function surveyRoute(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error) || error.code !== 'rate_limited') throw error;
    const { words } = surveyWords('en');
    const brand = await readBrand();
    return surveyResponse(NoticePage({ brand, language: 'en', title: words.busy, text: words.busyText }), 429);
  }
}
