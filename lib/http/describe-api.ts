import { z } from 'zod';
import { acceptedSchema, apiConversationSchema, apiMessageSchema } from '../channels/api.schema';
import { errorCodes } from '../platform/errors';
import { statusOf } from './respond';

const errorSchema = z.object({ error: z.object({ code: z.enum(errorCodes), message: z.string(), id: z.string() }) });

const json = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io });
  return { 'application/json': { schema: described } };
};
const failures = (codes: (typeof errorCodes)[number][]) =>
  Object.fromEntries(
    codes.map((code) => [
      String(statusOf[code]),
      { description: code.replace('_', ' '), content: json(errorSchema, 'output') },
    ]),
  );

/** The OpenAPI document of the API, made from the schemas that check it. */
export function describeApi(url: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Baton API',
      version: '1',
      description: 'Hand in what a customer wrote, and read what became of it.',
    },
    servers: [{ url }],
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/api/v1/messages': {
        post: {
          summary: 'Hand in a message of a customer',
          description: 'Answers as soon as it is stored. The same externalId again answers the ids of the first time.',
          requestBody: { required: true, content: json(apiMessageSchema, 'input') },
          responses: {
            202: { description: 'Stored', content: json(acceptedSchema, 'output') },
            ...failures(['invalid', 'unauthorized', 'forbidden', 'not_found', 'too_large']),
          },
        },
      },
      '/api/v1/conversations/{id}': {
        get: {
          summary: 'Read a conversation',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
          responses: {
            200: { description: 'The conversation', content: json(apiConversationSchema, 'output') },
            ...failures(['unauthorized', 'forbidden', 'not_found']),
          },
        },
      },
    },
  };
}
