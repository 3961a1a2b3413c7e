import { createHash } from 'node:crypto';
import type { ReactNode } from 'react';
import type { Around } from '@/components/help/help-page';
import { helpScript } from '@/components/help/help-script';
import { helpStyles } from '@/components/help/help-styles';
import { writeHtml } from '@/components/help/write-html';
import { readHelpFrame } from '@/lib/knowledge/help-frame';
import { env } from '@/lib/platform/env';

export const languageCookie = 'baton_help_language';
export const visitCookie = 'baton_help_visit';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Our own styles and script by their hashes, the chat from here; nothing else runs, loads or is sent anywhere. */
const policy = [
  "default-src 'none'",
  `style-src ${hash(helpStyles)}`,
  `script-src 'self' ${hash(helpScript)}`,
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export async function readAround(language: string): Promise<Around> {
  return { frame: await readHelpFrame(), language, base: env().BATON_URL };
}

/** A page as it is sent. Asked for again each time: a withdrawn article is gone at once. */
export function helpResponse(page: ReactNode, { status = 200, language }: { status?: number; language?: string } = {}) {
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': policy,
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  });
  if (language) {
    headers.append('set-cookie', `${languageCookie}=${language}; Path=/help; Max-Age=31536000; SameSite=Lax`);
  }
  return new Response(`<!doctype html>${writeHtml(page)}`, { status, headers });
}

export function readCookie(request: Request, name: string): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1] ?? null;
}
