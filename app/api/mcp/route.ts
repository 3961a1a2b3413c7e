import { serveMcp } from '@/lib/http/serve-mcp';

export const POST = serveMcp;

/** There are no streams of the server's own and no sessions to end. */
const notAllowed = () => new Response(null, { status: 405, headers: { allow: 'POST' } });
export const GET = notAllowed;
export const DELETE = notAllowed;
