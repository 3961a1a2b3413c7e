import { NextResponse } from 'next/server';

/** Tells pages where they are, so that signing in leads back. It guards nothing: every page and route asks for itself. */
export function proxy(request: Request): NextResponse {
  const url = new URL(request.url);
  const headers = new Headers(request.headers);
  headers.set('x-baton-path', `${url.pathname}${url.search}`);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  matcher: [
    '/',
    '/inbox/:path*',
    '/review/:path*',
    '/search',
    '/knowledge/:path*',
    '/customers/:path*',
    '/approvals/:path*',
    '/actions/:path*',
    '/automation/:path*',
    '/metrics/:path*',
    '/settings/:path*',
    '/notifications',
  ],
};
