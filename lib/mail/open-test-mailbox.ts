import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = { from: string; to: string[]; source: string };
export type TestMailbox = {
  port: number;
  url: string;
  received: Received[];
  /** Answers the next recipients with this code instead of taking them. */
  refuse(code: number, times?: number): void;
  close(): Promise<void>;
};

/** For tests: a mail server of this machine that speaks SMTP and keeps what it is handed. */
export async function openTestMailbox(login?: { user: string; pass: string }): Promise<TestMailbox> {
  const received: Received[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', ...(login ? [] : (['AUTH'] as const))],
    allowInsecureAuth: true,
    authOptional: !login,
    onAuth(auth, _session, done) {
      const ok = auth.username === login?.user && auth.password === login?.pass;
      if (ok) done(null, { user: auth.username });
      else done(Object.assign(new Error('no'), { responseCode: 535 }));
    },
    onRcptTo(_address, _session, done) {
      const code = refusals.shift();
      if (code) done(Object.assign(new Error('not now, ada@customer.example'), { responseCode: code }));
      else done();
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined); // a client that went away
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (code, times = 1) => refusals.push(...Array.from({ length: times }, () => code)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
