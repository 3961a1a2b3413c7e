import type { SurveyCount, SurveySettings, SurveysView } from '@/lib/surveys/surveys.schema';

const number = (count: number): string => count.toLocaleString('en-US');
const people = (count: number): string => (count === 1 ? 'one customer' : `${number(count)} customers`);
const upper = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());

/** What goes out at all, and what came of it. */
export function saySurveys({ settings, lately }: Pick<SurveysView, 'settings' | 'lately'>): string {
  const { csat, nps } = settings;
  const what =
    csat.on && nps.on
      ? 'Customers are asked how it went, and whether they would recommend you.'
      : csat.on
        ? 'Customers are asked how it went.'
        : nps.on
          ? 'Customers are asked whether they would recommend you.'
          : 'Nobody is asked by mail or message. A chat asks in its own window at the end.';
  const asked = lately.csat.asked + lately.nps.asked;
  const answered = lately.csat.answered + lately.nps.answered;
  if (asked === 0) return what;
  return `${what} In the last 30 days ${number(asked)} ${asked === 1 ? 'was' : 'were'} asked and ${number(answered)} answered.`;
}

/** What would be asked after conversations with what stands in the form. */
export function sayCsatCount(on: boolean, { csat, quiet }: SurveyCount): string {
  if (!on) return csat.now === 0 ? 'It is off.' : `It is off. On, ${people(csat.now)} would be asked ${when(quiet)}.`;
  return csat.now === 0
    ? `Nobody is to be asked ${when(quiet)}.`
    : `${upper(people(csat.now))} would be asked ${when(quiet)}.`;
}

/** The same of the other one: who fits, who is drawn, and how many of them today. */
export function sayNpsCount(on: boolean, { nps, quiet }: SurveyCount): string {
  if (nps.fit === 0) return on ? 'Nobody fits at the moment.' : 'It is off, and nobody fits at the moment.';
  const begin = on ? '' : 'It is off. On, of ';
  const fits = `${people(nps.fit)} who ${nps.fit === 1 ? 'fits' : 'fit'}, ${number(nps.drawn)} ${nps.drawn === 1 ? 'is' : 'are'} drawn`;
  const before =
    nps.askedToday === 0
      ? ''
      : ` ${number(nps.askedToday)} ${nps.askedToday === 1 ? 'was' : 'were'} asked today already.`;
  const then = `${number(nps.today)} would be asked ${quiet ? 'when it is no quiet hour' : 'today'}.`;
  return `${on ? 'Of ' : begin}${fits}; ${then}${before}`;
}

const when = (quiet: boolean): string => (quiet ? 'when it is no quiet hour' : 'now');

/** What is wrong with the form as it stands, in the order of the page; null where nothing is. */
export function faultOf({ csat, nps }: SurveySettings): string | null {
  if (csat.on && !csat.mail && !csat.message) return 'How it went: choose a way to ask.';
  if (nps.on && !nps.mail && !nps.chat) return 'Whether they would recommend you: choose a way to ask.';
  return null;
}
