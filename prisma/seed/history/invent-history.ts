import type { HandoffReason, Resolution, Tier, Verdict } from '../../../lib/platform/records';
import { type Subject, subjects } from './subjects';

/** 0 ≤ x < 1, the same row of numbers for the same seed. */
export type Chance = () => number;

/** What happened in one conversation, in times and choices; whose names and words these are is for whoever writes it down. */
export type Story = {
  at: Date;
  channel: 'web_chat' | 'email' | 'sms' | 'api';
  /** Which customer, from 0: some come often. */
  customer: number;
  language: string;
  subject: Subject;
  /** Of the assistant's turn. */
  turn: { confidence: number; tier: Tier; ms: number; micros: number; verdict: Verdict | null };
  /** A write in the shop and how it went. */
  action: 'succeeded' | 'failed' | 'compensated' | null;
  people: { reason: HandoffReason; agent: number; takenAt: Date; repliedAt: Date[]; breached: boolean } | null;
  closedAt: Date | null;
  resolution: Resolution | null;
  rating: number | null;
};

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
/** How far the clock of the shop is behind UTC, the change of clocks left out. */
const behindMs = 7 * 60 * minuteMs;
/** How many of a hundred contacts come in each of its hours. */
const byHour = [1, 1, 1, 1, 1, 2, 3, 4, 6, 7, 8, 7, 6, 6, 6, 6, 6, 6, 6, 6, 5, 3, 1, 1];
/** From Sunday. */
const byWeekday = [0.6, 1.25, 1.15, 1.05, 1, 1.05, 0.75];
const storm = { from: 17, to: 13, intent: 'order_status', times: 2.4 };

/**
 * The past of a desk: `perDay` conversations a day over so many days before `now`, oldest first. Weekdays and hours differ, a
 * storm brings more questions about orders, and the assistant learns: it ends more by itself towards the end.
 */
export function inventHistory(
  asked: { days: number; perDay: number; agents: number; now: Date },
  chance: Chance,
): Story[] {
  const stories: Story[] = [];
  for (let ago = asked.days; ago >= 0; ago--) {
    const day = new Date(Math.floor((asked.now.getTime() - ago * dayMs) / dayMs) * dayMs);
    const stormy = ago <= storm.from && ago >= storm.to;
    const count = Math.round(asked.perDay * byWeekday[day.getUTCDay()]! * (0.85 + 0.3 * chance()) * (stormy ? 1.4 : 1));
    const progress = 1 - ago / Math.max(1, asked.days);
    for (let one = 0; one < count; one++) {
      const hourMs = Math.floor((chooseHour(chance) + chance()) * 60 * minuteMs);
      const at = new Date(day.getTime() + behindMs + hourMs);
      const story = inventStory({ ...asked, at, progress, stormy }, chance);
      if (lastSaid(story) < asked.now) stories.push(story);
    }
  }
  return stories.sort((a, b) => a.at.getTime() - b.at.getTime());
}

type Moment = { at: Date; now: Date; agents: number; days: number; perDay: number; progress: number; stormy: boolean };

/** With a minute for the words themselves. */
const lastSaid = ({ at, people }: Story) => new Date((people?.repliedAt.at(-1) ?? at).getTime() + minuteMs);

function inventStory(moment: Moment, chance: Chance): Story {
  const { at, now, stormy } = moment;
  const often = ({ weight, intent }: Subject) => weight * (stormy && intent === storm.intent ? storm.times : 1);
  const subject = weighted(subjects, often, chance);
  const turn = inventTurn(moment, subject, chance);
  const alone = turn.tier !== 'escalated' && chance() < 0.75 + 0.2 * moment.progress;
  const people = alone ? null : inventPeople(moment, subject, chance);
  const base = people ? people.repliedAt.at(-1)! : new Date(at.getTime() + (2 + 40 * chance() ** 3) * minuteMs);
  const end = new Date(base.getTime() + (1 + 9 * chance()) * minuteMs);
  const isOld = now.getTime() - at.getTime() > 0.5 * dayMs;
  const closedAt = end < now && (alone || isOld || chance() < 0.5) ? end : null;
  const resolution = closedAt === null ? null : chooseResolution(!alone, chance);
  const rates = closedAt !== null && resolution !== 'abandoned' && chance() < 0.24;
  return {
    at,
    channel: weighted(channels, ([, weight]) => weight, chance)[0],
    customer: Math.floor(chance() ** 1.6 * moment.days * moment.perDay * 0.5),
    language: weighted(languages, ([, weight]) => weight, chance)[0],
    ...{ subject, turn, people, closedAt, resolution },
    action: alone && subject.tool ? chooseOutcome(chance) : null,
    rating: rates ? chooseRating(people, moment, chance) : null,
  };
}

function inventTurn({ progress }: Moment, subject: Subject, chance: Chance): Story['turn'] {
  const said = Math.min(0.99, Math.max(0.35, subject.alone + 0.1 * progress + 0.34 * (chance() - 0.55)));
  const confidence = Math.round(said * 1000) / 1000;
  const tier: Tier = confidence >= 0.9 ? 'autonomous' : confidence >= 0.7 ? 'reviewed' : 'escalated';
  const micros = chance() < 0.4 ? Math.round(1_200 + 6_000 * chance()) : 0;
  const ms = Math.round(180 + 1_400 * chance() ** 2 + (micros > 0 ? 1_800 : 0));
  const looked = tier !== 'escalated' && chance() < (tier === 'reviewed' ? 0.6 : 0.06);
  return { confidence, tier, ms, micros, verdict: looked ? chooseVerdict(confidence, chance) : null };
}

const chooseVerdict = (confidence: number, chance: Chance): Verdict =>
  chance() < confidence + 0.04 ? 'right' : chance() < 0.5 ? 'partly' : 'wrong';

const chooseOutcome = (chance: Chance): Story['action'] =>
  chance() < 0.985 ? 'succeeded' : chance() < 0.6 ? 'failed' : 'compensated';

function inventPeople(moment: Moment, subject: Subject, chance: Chance): NonNullable<Story['people']> {
  const asks = chance();
  const reason = asks < 0.16 ? 'asked_for_person' : asks < 0.24 ? 'sensitive_topic' : subject.passedOn;
  // At night nobody is there, and in a storm everybody waits.
  const hour = new Date(moment.at.getTime() - behindMs).getUTCHours();
  const night = hour < 7 || hour > 20;
  const waitMinutes =
    (1.2 + 7 * chance() ** 2) * (moment.stormy ? 2.2 : 1.25 - 0.4 * moment.progress) + (night ? 240 * chance() : 0);
  const takenAt = new Date(moment.at.getTime() + waitMinutes * minuteMs);
  const count = 1 + Math.floor(chance() * 3);
  const work = subject.work * (0.6 + 0.8 * chance()) * minuteMs;
  const repliedAt = Array.from({ length: count }, (_, n) => new Date(takenAt.getTime() + (work * (n + 1)) / count));
  return { reason, agent: Math.floor(chance() * moment.agents), takenAt, repliedAt, breached: waitMinutes > 30 };
}

function chooseResolution(people: boolean, chance: Chance): Resolution {
  if (chance() < (people ? 0.02 : 0.035)) return 'abandoned';
  if (people) return 'agent';
  return chance() < 0.68 ? 'verified' : 'assumed';
}

function chooseRating(people: Story['people'], { stormy }: Moment, chance: Chance): number {
  const unhappy = (people?.breached ? 0.25 : 0.07) + (stormy ? 0.06 : 0);
  if (chance() < unhappy) return 1 + Math.floor(chance() * 3);
  return chance() < 0.7 ? 5 : 4;
}

const channels = [
  ['web_chat', 64],
  ['email', 24],
  ['sms', 8],
  ['api', 4],
] as const;
const languages = [
  ['en', 76],
  ['de', 12],
  ['fr', 8],
  ['es', 4],
] as const;

const chooseHour = (chance: Chance) =>
  weighted(
    byHour.map((weight, hour) => ({ weight, hour })),
    ({ weight }) => weight,
    chance,
  ).hour;

function weighted<T>(from: readonly T[], weightOf: (one: T) => number, chance: Chance): T {
  let left = chance() * from.reduce((sum, one) => sum + weightOf(one), 0);
  return (
    from.find((one) => {
      left -= weightOf(one);
      return left < 0;
    }) ?? from.at(-1)!
  );
}
