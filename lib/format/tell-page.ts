import type { FlowAnswer, MeasureAnswer, MetricsAnswer } from '../metrics/metric.schema';
import type { TeamView } from '../metrics/team.schema';
import type { FigurePage } from './figure-pages';
import { formatDay } from './format-time';
import { namePrevious } from './period';
import { sayCarried, sayCarriedMore } from './say-assistant';
import { sayCost, sayParts } from './say-cost';
import { sayTargets, sayVerified } from './say-overview';
import { sayClasses, sayOpen } from './say-resolution';
import { sayBelow, saySatisfied } from './say-satisfaction';
import { sayReply, sayRest } from './say-speed';
import { sayTeam, teamHint } from './say-team';

/** What a page begins with, and what a report by mail says of it: its sentence, the line below, and six measures. */
export type Told = { says: string; more: string; tiles: { measure: MeasureAnswer; label?: string }[] };

/** Of what it is told. `flow` for the overview and the ledger, `team` for people. */
export type Telling = {
  answer: MetricsAnswer;
  flow?: FlowAnswer;
  team?: Pick<TeamView, 'members' | 'ownOnly'>;
  /** A filter is set. */
  narrowed: boolean;
};

/** Parts of what it costs to serve, in the order of the bars. */
export const costParts = [
  ['cost_people', 'People'],
  ['cost_models', 'Models'],
  ['cost_channels', 'Channels'],
  ['cost_platform', 'Platform'],
] as const;

/** The six measures of each page. */
export const pageTiles = {
  overview: ['verified_resolution', 'csat', 'first_reply_agents', 'first_contact', 'sla', 'cost_per_verified'],
  resolution: [
    ...['verified_resolution', 'assumed_resolution', 'agent_resolution', 'abandoned'],
    ...['recontact', 'reopened'],
  ],
  satisfaction: ['csat', 'csat_assistant', 'csat_agents', 'csat_response_rate', 'nps', 'nps_response_rate'],
  speed: [
    ...['first_reply_agents', 'resolution_time_agents', 'handle_time_agents'],
    ...['first_reply_assistant', 'resolution_time_assistant', 'handle_time_assistant'],
  ],
  assistant: ['verified_resolution', 'containment', 'deflection', 'coverage', 'error_rate', 'wrong'],
  cost: ['cost_per_verified', 'cost_per_conversation', 'cost', 'cost_people', 'cost_models', 'cost_channels'],
  team: [
    ...['person_conversations', 'person_solved', 'person_replies'],
    ...['person_first_reply', 'person_handle_time', 'person_csat'],
  ],
} as const satisfies Record<FigurePage, readonly string[]>;

const beside: Record<FigurePage, readonly string[]> = {
  overview: ['conversations', 'closed'],
  resolution: [],
  satisfaction: [],
  speed: ['first_reply_agents_p90'],
  assistant: [],
  cost: ['cost_platform', 'conversations', 'handle_time_agents'],
  team: [],
};

/** What has to be read for `tellPage`. */
export const toldMeasures = (page: FigurePage): string[] => [
  ...pageTiles[page].filter((key) => key !== 'cost_per_conversation'),
  ...beside[page],
];

const names: Record<string, string | undefined> = {
  first_reply_agents: 'First reply by agents',
  resolution_time_agents: 'Resolution with agents',
  handle_time_agents: 'Handle time of agents',
  first_reply_assistant: 'First reply, assistant',
  resolution_time_assistant: 'Resolution, assistant',
  handle_time_assistant: 'Handle time, assistant',
  csat_assistant: 'CSAT, assistant alone',
  csat_agents: 'CSAT, with agents',
  csat_response_rate: 'Rated of those asked',
  nps_response_rate: 'NPS, answered',
  cost_people: 'People',
  cost_models: 'Models',
  cost_channels: 'Channels',
};

export function tellPage(page: FigurePage, telling: Telling): Told {
  const { answer } = telling;
  const of = (key: string): MeasureAnswer => answer.measures[key]!;
  const label = (key: string) => (page === 'overview' ? labelOverview(key, telling) : names[key]);
  return {
    ...sentences(page, telling, of),
    tiles: pageTiles[page].map((key) => ({
      measure: key === 'cost_per_conversation' ? perConversation(of('cost')) : of(key),
      ...(label(key) ? { label: label(key)! } : {}),
    })),
  };
}

function sentences(
  page: FigurePage,
  { answer, flow, team, narrowed }: Telling,
  of: (key: string) => MeasureAnswer,
): Pick<Told, 'says' | 'more'> {
  const than = answer.previousPeriod ? namePrevious(answer.previousPeriod, answer.period) : null;
  switch (page) {
    case 'overview': {
      const held = pageTiles.overview.map((key) => ({
        ...of(key),
        name: key === 'first_reply_agents' ? names[key]! : of(key).name,
      }));
      const around = { closed: of('closed').total.value ?? 0, cameBack: flow?.cameBack ?? null, than };
      return {
        says: sayVerified(of('verified_resolution'), of('conversations').total.value ?? 0, than),
        more: sayTargets(held, around),
      };
    }
    case 'resolution':
      return { says: sayClasses(flow!, of('verified_resolution'), than), more: sayOpen(flow!) };
    case 'satisfaction':
      return {
        says: saySatisfied(of('csat'), than),
        more: sayBelow({
          csat: of('csat'),
          assistant: of('csat_assistant'),
          agents: of('csat_agents'),
          rate: of('csat_response_rate'),
          nps: of('nps'),
        }),
      };
    case 'speed':
      return {
        says: sayReply(of('first_reply_agents'), than),
        more: sayRest(of('first_reply_agents_p90'), of('first_reply_assistant')),
      };
    case 'assistant':
      return {
        says: sayCarried(of('coverage'), of('wrong')),
        more: sayCarriedMore(of('coverage'), of('wrong'), than),
      };
    case 'cost': {
      const parts = costParts.map(([key, name]) => ({ name, micros: of(key).total.value }));
      const handled = of('handle_time_agents').total.n > 0;
      return {
        says: sayCost(of('cost'), of('cost_per_verified'), than),
        more: sayParts(parts, { handled, narrowed }),
      };
    }
    case 'team':
      return { says: sayTeam(team!), more: teamHint(team!) };
  }
}

/** On how many it was measured, and up to which day, where that is part of what a figure means. */
function labelOverview(key: string, { answer }: Telling): string | undefined {
  if (key === 'csat') {
    const n = answer.measures.csat!.total.n;
    return `CSAT, ${n.toLocaleString('en')} ${n === 1 ? 'answer' : 'answers'}`;
  }
  if (key === 'first_contact')
    return answer.maturedTo
      ? `First contact, to ${formatDay(`${answer.maturedTo}T12:00:00Z`, Date.parse(answer.maturedTo), 'UTC')}`
      : 'First contact';
  return key === 'first_reply_agents' ? names[key] : undefined;
}

/** What serving one conversation cost: a quotient of two figures that are there. */
function perConversation(cost: MeasureAnswer): MeasureAnswer {
  const per = <T extends { value: number | null; n: number }>(figure: T): T => ({
    ...figure,
    value: figure.value === null || figure.n === 0 ? null : figure.value / figure.n,
  });
  return {
    ...cost,
    key: 'cost_per_conversation',
    name: 'Cost per conversation',
    says: 'Cost to serve ÷ conversations that came in.',
    target: null,
    total: per(cost.total),
    previous: cost.previous && per(cost.previous),
    series: cost.series.map(per),
    previousSeries: cost.previousSeries?.map(per) ?? null,
  };
}
