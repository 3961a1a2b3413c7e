import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { readApiKey } from '../auth/find-api-key';
import { openMcpServer } from '../pipeline/open-mcp-server';
import { AppError } from '../platform/errors';
import { consume } from '../platform/limit';
import { failureResponse } from './respond';

const limit = { points: 240, seconds: 60 };
const mostBytes = 256 * 1_024;

/** Answers a request of an MCP client: whose key it is, whether it asks too often, then one server for this one request. */
export async function serveMcp(request: Request): Promise<Response> {
  try {
    const key = await readApiKey(request.headers.get('authorization'));
    if (!(await consume('mcp', key.id, limit)))
      throw new AppError('rate_limited', 'This key asks too often. Wait a minute and try again.');
    // No session: any web process answers any request.
    const transport = new WebStandardStreamableHTTPServerTransport({
      enableJsonResponse: true,
      maxRequestBodySize: mostBytes,
    });
    const server = openMcpServer(key);
    await server.connect(transport);
    try {
      return await transport.handleRequest(request);
    } finally {
      await server.close();
    }
  } catch (error) {
    const response = failureResponse(error);
    if (response.status === 401) response.headers.set('www-authenticate', 'Bearer realm="Baton"');
    return response;
  }
}
