import { z } from 'zod';
import { answerMcp } from '../mcp';
import { misbehaviourSchema } from '../misbehaviour';
import { allTools } from '../tools/all-tools';
import { HttpFault, readJson } from './read-body';
import { requireToken } from './require-token';
import { type Route, sendJson } from './routes';

const toolNames = new Set(['*', ...allTools.map((tool) => tool.name)]);

async function refuseSession(): Promise<never> {
  // Stateless: there is no stream to open and no session to end, and the protocol says so with 405.
  throw new HttpFault(405, 'This MCP server keeps no sessions: POST only');
}

/** The MCP door, the switches for misbehaviour, and health. */
export const backOfficeRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/health$/,
    answer: async ({ shop, response }) => {
      await shop.pool.query('SELECT 1');
      sendJson(response, 200, { ok: true });
    },
  },
  {
    method: 'POST',
    path: /^\/mcp$/,
    answer: async ({ shop, request, response }) => {
      requireToken(request, shop.env.STORE_TOKEN);
      await answerMcp(request, response, await readJson(request), shop, shop.misbehaviours);
    },
  },
  ...(['GET', 'DELETE'] as const).map(
    (method): Route => ({
      method,
      path: /^\/mcp$/,
      answer: async ({ shop, request, response }) => {
        requireToken(request, shop.env.STORE_TOKEN);
        response.setHeader('allow', 'POST');
        await refuseSession();
      },
    }),
  ),
  {
    method: 'GET',
    path: /^\/control$/,
    answer: async ({ shop, request, response }) => {
      requireToken(request, shop.env.STORE_TOKEN);
      sendJson(response, 200, { rules: shop.misbehaviours.list() });
    },
  },
  {
    method: 'POST',
    path: /^\/control$/,
    answer: async ({ shop, request, response }) => {
      requireToken(request, shop.env.STORE_TOKEN);
      const parsed = misbehaviourSchema.safeParse(await readJson(request));
      if (!parsed.success) throw new HttpFault(400, z.prettifyError(parsed.error));
      if (!toolNames.has(parsed.data.tool)) throw new HttpFault(400, `tool: there is no tool ${parsed.data.tool}`);
      shop.misbehaviours.set(parsed.data);
      sendJson(response, 200, { rules: shop.misbehaviours.list() });
    },
  },
  {
    method: 'DELETE',
    path: /^\/control$/,
    answer: async ({ shop, request, response }) => {
      requireToken(request, shop.env.STORE_TOKEN);
      shop.misbehaviours.clear();
      sendJson(response, 200, { rules: [] });
    },
  },
];
