import { z } from 'zod';
import { AppError } from './errors';

/** `input/cached/output` in dollars per million tokens, as price lists say them; kept in millionths of a dollar. */
const price = z
  .string()
  .regex(/^\d+(\.\d+)?(\/\d+(\.\d+)?){2}$/, 'must be three prices in dollars per million tokens, such as 2.5/1.25/10')
  .default('0/0/0')
  .transform((text) => {
    const [input, cached, output] = text.split('/').map((one) => Math.round(Number(one) * 1_000_000)) as [
      number,
      number,
      number,
    ];
    return { input, cached, output };
  });

const port = z.coerce.number().int().min(1).max(65535);

const environment = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/, 'must look like postgresql://user:password@host:5432/name'),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
    PORT: port.default(3000),
    /** Where browsers reach the web process. */
    BATON_URL: z.url().default('http://localhost:3000'),
    /** The installation's secret: sessions, sealed tokens. At least 32 characters. */
    BATON_SECRET: z.string().min(32, 'must be at least 32 characters'),
    BATON_DEMO: z.enum(['0', '1']).default('0'),
    /** Shows `/settings/kit` outside of development too. */
    BATON_KIT: z.enum(['0', '1']).default('0'),
    /** The demo shop, when it runs. */
    STORE_URL: z.url().optional(),
    STORE_TOKEN: z.string().optional(),
    BATON_WORKER_ID: z.string().optional(),
    /** An OpenAI-compatible endpoint up to and with `/v1`. With the model set, search goes by meaning as well. */
    BATON_EMBEDDING_URL: z.url({ protocol: /^https?$/ }).optional(),
    BATON_EMBEDDING_KEY: z.string().default(''),
    BATON_EMBEDDING_MODEL: z.string().min(1).max(200).optional(),
    BATON_EMBEDDING_PRICE: price,
    /** Private hosts that imports and tools may reach all the same, such as `intranet.example:443,10.0.0.5:8080`. */
    BATON_ALLOW_PRIVATE_HOSTS: z
      .string()
      .default('')
      .transform((list) => list.split(',').flatMap((one) => one.trim().toLowerCase() || []))
      .pipe(z.array(z.string().regex(/^\S+:(\d{1,5}|\*)$/, 'must be host:port or host:*, separated by commas'))),
    /** Looks through every file before anybody can send it; see .env.example for what it answers. */
    BATON_SCAN_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** An OpenAI-compatible endpoint up to and with `/v1`. Asked after those of Settings, where there are any. */
    BATON_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
    BATON_MODEL_KEY: z.string().default(''),
    BATON_MODEL_STYLE: z.enum(['chat', 'responses']).default('chat'),
    /** The model for what is hard, and one for what is easy; without the second the first does both. */
    BATON_MODEL: z.string().min(1).max(200).optional(),
    BATON_MODEL_PRICE: price,
    BATON_MODEL_SMALL: z.string().min(1).max(200).optional(),
    BATON_MODEL_SMALL_PRICE: price,
    /** Given up when the first word has not come by then. */
    BATON_MODEL_PATIENCE_MS: z.coerce.number().int().min(500).max(120_000).default(6_000),
    /** Calls of one process at the same time, and of all processes in a minute. */
    BATON_MODEL_AT_ONCE: z.coerce.number().int().min(1).max(1_000).default(8),
    BATON_MODEL_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).optional(),
    /** Where mails are handed in, `smtps://user:password@host:465` or `smtp://host:587`. Counts where Settings → Mail has none. */
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/\S+$/, 'must look like smtps://user:password@mail.example.com:465')
      .refine((url) => URL.canParse(url), 'must look like smtps://user:password@mail.example.com:465')
      .optional(),
    /** Who mails are from; needed with SMTP_URL. */
    MAIL_FROM: z
      .string()
      .regex(
        /^(?:[^<>\r\n"\\,;]{1,100} <[^\s<>@,;:"\\]+@[^\s<>@,;:"\\]+>|[^\s<>@,;:"\\]+@[^\s<>@,;:"\\]+)$/,
        'must be an address such as help@shop.example or Shop <help@shop.example>',
      )
      .optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    path: ['MAIL_FROM'],
    message: 'is needed with SMTP_URL',
  });
export type Environment = z.infer<typeof environment>;

let read: Environment | undefined;

/** The environment, read and checked once. Throws AppError `invalid` that names the variable. */
export function env(): Environment {
  if (read) return read;
  const filled = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(filled);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError('invalid', `${issue?.path.join('.')}: ${issue?.message}`);
  }
  read = parsed.data;
  return read;
}
