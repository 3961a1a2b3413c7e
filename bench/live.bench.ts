/** 500 signed-in live clients at 20 messages a second through the API: what is lost, doubled, and how late it is. */
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Bars, percentile, report, round } from './report';
import { type Desk, runDesk } from './run-desk';
import { signIn } from './sign-in';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const clients = option('clients', 500);
const rate = option('rate', 20);
const seconds = option('seconds', 60);
/** One client in so many is cut off twice and comes back where it was. */
const cutEvery = 10;

const bars: Bars = { lost: ['==', 0], doubled: ['==', 0], p99_ms: ['<=', 500] };

const emails = ['nora.feld', 'sam.ortiz', 'ines.roth', 'kofi.mensah'].map((name) => `${name}@northline.example`);
const texts = [
  'Where is my order?',
  'How long do refunds take?',
  'I want to talk to a person',
  'How do I wash a down jacket?',
];

/** When each message was handed over, by the conversation it opened; each of them opens one. */
const sentAt = new Map<string, number>();

class Client {
  /** The conversations it has heard of, and when. */
  readonly heard = new Map<string, number>();
  private readonly seen = new Set<string>();
  private last = '';
  private request: http.ClientRequest | undefined;
  doubled = 0;

  constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly agent: http.Agent,
  ) {}

  /** Goes on trying as a browser does: a server that is too busy to let one in is asked again a second later. */
  async open(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.connect();
      } catch (error) {
        if (tries === 20) throw error;
        await pause(1_000);
      }
    }
  }

  private connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { cookie: this.cookie, ...(this.last ? { 'last-event-id': this.last } : {}) };
      this.request = http.get(`${this.url}/api/events`, { agent: this.agent, headers }, (answer) => {
        if (answer.statusCode !== 200) {
          answer.resume();
          reject(new Error(`the live line answered ${answer.statusCode}`));
          return;
        }
        let rest = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          const parts = (rest + chunk).split('\n\n');
          rest = parts.pop() ?? '';
          for (const part of parts) this.take(part);
          resolve();
        });
        answer.on('error', () => undefined);
      });
      this.request.on('error', (error) => reject(error));
    });
  }

  cut(): void {
    this.request?.destroy();
  }

  private take(part: string): void {
    if (!part.startsWith('id: ')) return;
    const end = part.indexOf('\n');
    const id = part.slice(4, end);
    this.last = id;
    // The one of each message that is told apart: read as text, because half of this machine reads for five hundred.
    if (!part.includes('"message.received"')) return;
    if (this.seen.has(id)) this.doubled++;
    this.seen.add(id);
    const conversation = /"conversationId":"([\w-]+)"/.exec(part)?.[1] ?? '';
    this.heard.set(conversation, performance.now());
  }
}

async function main(): Promise<void> {
  const desk = await runDesk();
  try {
    const cookies: string[] = [];
    for (const email of emails) cookies.push(await signIn(desk.url, email));
    const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
    for (let i = 0; i < 20; i++) await say(desk, `warm-${i}`); // what is compiled at first use is compiled
    const all = Array.from({ length: clients }, (_, at) => new Client(desk.url, cookies[at % cookies.length]!, agent));
    // A hundred at a time: a desk opens in the morning, not in one millisecond.
    for (let from = 0; from < all.length; from += 100)
      await Promise.all(all.slice(from, from + 100).map((client) => client.open()));
    console.log(`${clients} clients listen`);
    await Promise.all([sayOn(desk), cutSome(all)]);
    await pause(3_000); // turns in hand end, and with them the handing to teams
    const visible = await Promise.all(cookies.map((cookie) => readVisible(desk, cookie)));
    await waitForAll(all, visible);
    report('live', judge(all, visible), bars);
    for (const client of all) client.cut();
  } finally {
    await desk.stop();
  }
}

async function say(desk: Desk, name: string): Promise<string> {
  const answer = await fetch(`${desk.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      customer: { email: `${name}@bench.example`, name: 'Toni Vale' },
      text: texts[name.length % texts.length],
    }),
  });
  if (answer.status !== 202) throw new Error(`POST answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { conversation: string }).conversation;
}

/** Open loop: a message every 1/rate seconds, whether or not those before have arrived. Timed from the POST. */
async function sayOn(desk: Desk): Promise<void> {
  const from = performance.now();
  const sent: Promise<void>[] = [];
  for (let i = 0; i < rate * seconds; i++) {
    await pause(Math.max(0, from + (i * 1_000) / rate - performance.now()));
    const at = performance.now();
    sent.push(say(desk, `live-${i}`).then((conversation) => void sentAt.set(conversation, at)));
  }
  await Promise.all(sent);
}

/** In the middle, and some a second time: the line breaks, and a second later they are back. */
async function cutSome(all: Client[]): Promise<void> {
  const some = all.filter((_, at) => at % cutEvery === 0);
  for (const share of [0.3, 0.6]) {
    await pause(seconds * 1_000 * share);
    for (const client of some) client.cut();
    await pause(1_000);
    await Promise.all(some.map((client) => client.open()));
  }
}

/**
 * What a person may see in the end, of what was sent: a new conversation is everybody's until it is handed to a team, so
 * they could see it all along.
 */
async function readVisible(desk: Desk, cookie: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const query = `view=all&limit=100${after && `&after=${encodeURIComponent(after)}`}`;
    const answer = await fetch(`${desk.url}/api/inbox/conversations?${query}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`the list answered ${answer.status}: ${await answer.text()}`);
    const page = (await answer.json()) as { rows: { id: string }[]; next: string | null };
    ids.push(...page.rows.flatMap(({ id }) => (sentAt.has(id) ? [id] : [])));
    if (!page.next) return ids;
    after = page.next;
  }
}

const missing = (client: Client, visible: string[]): number => visible.filter((id) => !client.heard.has(id)).length;

/** Until everybody has heard everything, at most ten seconds. */
async function waitForAll(all: Client[], visible: string[][]): Promise<void> {
  const until = performance.now() + 10_000;
  while (performance.now() < until && all.some((client, at) => missing(client, visible[at % visible.length]!) > 0))
    await pause(200);
}

function judge(all: Client[], visible: string[][]): Record<string, number> {
  const lost = all.reduce((sum, client, at) => sum + missing(client, visible[at % visible.length]!), 0);
  const doubled = all.reduce((sum, client) => sum + client.doubled, 0);
  // Who was cut off hears late what happened meanwhile: that is no delay of the line.
  const times = all
    .filter((_, at) => at % cutEvery !== 0)
    .flatMap((client) =>
      [...client.heard].flatMap(([id, at]) => {
        const from = sentAt.get(id);
        return from === undefined ? [] : [at - from];
      }),
    );
  return {
    clients: all.length,
    messages: sentAt.size,
    heard: times.length,
    lost,
    doubled,
    p50_ms: round(percentile(times, 0.5)),
    p99_ms: round(percentile(times, 0.99)),
  };
}

await main();
