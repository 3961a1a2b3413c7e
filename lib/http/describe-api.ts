import { z } from 'zod';
import { acceptedSchema, apiConversationSchema, apiMessageSchema } from '../channels/api.schema';
import { signalSchema, signalTakenSchema } from '../channels/signal.schema';
import {
  apiVersionSchema,
  predictBodySchema,
  predictionsSchema,
  trainBodySchema,
} from '../governance/intents-api.schema';
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
      '/api/v1/signals': {
        post: {
          summary: 'Tell that something happened to a customer',
          description:
            'A playbook that waits for it goes on, or one that it starts begins. Answers as soon as it is stored. The same key again answers the signal of the first time.',
          requestBody: { required: true, content: json(signalSchema, 'input') },
          responses: {
            202: { description: 'Stored', content: json(signalTakenSchema, 'output') },
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
      '/api/v1/intents/train': {
        post: {
          summary: 'Teach intents and train a version',
          description:
            'Adds intents and examples, or changes them, and trains on all there are. Live as soon as it is trained, unless release is false.',
          requestBody: { required: true, content: json(trainBodySchema, 'input') },
          responses: {
            200: { description: 'Trained', content: json(apiVersionSchema, 'output') },
            202: { description: 'Still being trained: ask for the version', content: json(apiVersionSchema, 'output') },
            ...failures(['invalid', 'unauthorized', 'forbidden', 'too_large']),
          },
        },
      },
      '/api/v1/intents/versions/{number}': {
        get: {
          summary: 'Read how a version of the intents does',
          parameters: [{ name: 'number', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }],
          responses: {
            200: { description: 'The version', content: json(apiVersionSchema, 'output') },
            ...failures(['invalid', 'unauthorized', 'forbidden', 'not_found']),
          },
        },
      },
      '/api/v1/intents/predict': {
        post: {
          summary: 'Ask what texts mean',
          requestBody: { required: true, content: json(predictBodySchema, 'input') },
          responses: {
            200: { description: 'One prediction a text, in order', content: json(predictionsSchema, 'output') },
            ...failures(['invalid', 'unauthorized', 'forbidden', 'not_found', 'too_large']),
          },
        },
      },
    },
  };
}
