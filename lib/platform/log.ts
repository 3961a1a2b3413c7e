import pino from 'pino';

/**
 * Log lines carry ids, names of events and durations; never what a customer wrote.
 * The level is read from the process itself: the log must work before the environment is checked.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: { process: process.env.BATON_PROCESS ?? 'web' },
  redact: {
    paths: ['text', '*.text', 'token', '*.token', 'password', '*.password', 'args', '*.args'],
    censor: '[kept out]',
  },
});
