import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpFault } from './read-body';
import { type Route, type Shop, sendJson } from './routes';

/** Finds the route of a request and answers it; every fault ends in an answer, never in a hanging connection. */
export async function answer(
  routes: readonly Route[],
  shop: Shop,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    // Behind no proxy: the path is all that is taken from the request line.
    const url = new URL(request.url ?? '/', shop.storeUrl);
    const here = routes.filter((route) => route.path.test(url.pathname));
    const route = here.find(
      (candidate) => candidate.method === request.method || (request.method === 'HEAD' && candidate.method === 'GET'),
    );
    if (!route) {
      if (here.length === 0) throw new HttpFault(404, `There is nothing at ${url.pathname}`);
      response.setHeader('allow', here.map((known) => known.method).join(', '));
      throw new HttpFault(405, `${request.method} is not possible at ${url.pathname}`);
    }
    const path = route.path.exec(url.pathname)?.groups ?? {};
    await route.answer({ shop, request, response, url, path });
  } catch (error) {
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    if (error instanceof HttpFault) {
      if (error.status === 401) response.setHeader('www-authenticate', 'Bearer');
      sendJson(response, error.status, { error: { message: error.message } });
      return;
    }
    console.error(
      `northline: ${request.method} ${request.url?.split('?')[0]} failed:`,
      error instanceof Error ? error.message : error,
    );
    sendJson(response, 503, { error: { message: 'The shop cannot answer right now' } });
  }
}
