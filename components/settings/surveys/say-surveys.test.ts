import { describe, expect, it } from 'vitest';
import { surveySettingsSchema } from '@/lib/surveys/surveys.schema';
import { faultOf, sayCsatCount, sayNpsCount, saySurveys } from './say-surveys';

const none = { csat: { asked: 0, answered: 0 }, nps: { asked: 0, answered: 0 }, stopped: 0 };
const set = (csat: object, nps: object) => surveySettingsSchema.parse({ csat, nps });

describe('what surveys come to', () => {
  it.each([
    [set({}, {}), none, 'Nobody is asked by mail or message. A chat asks in its own window at the end.'],
    [set({ on: true }, {}), none, 'Customers are asked how it went.'],
    [
      set({ on: true }, { on: true }),
      { ...none, csat: { asked: 1_200, answered: 300 }, nps: { asked: 34, answered: 1 } },
      'Customers are asked how it went, and whether they would recommend you. In the last 30 days 1,234 were asked and 301 answered.',
    ],
  ])('%#', (settings, lately, says) => {
    expect(saySurveys({ settings, lately })).toBe(says);
  });

  const count = (now: number, nps: object = {}, quiet = false) => ({
    csat: { now },
    nps: { fit: 0, drawn: 0, today: 0, askedToday: 0, ...nps },
    quiet,
  });
  it.each([
    [true, count(0), 'Nobody is to be asked now.'],
    [true, count(1), 'One customer would be asked now.'],
    [true, count(7, {}, true), '7 customers would be asked when it is no quiet hour.'],
    [false, count(7), 'It is off. On, 7 customers would be asked now.'],
    [false, count(0), 'It is off.'],
  ])('how it went %s %o', (on, counted, says) => {
    expect(sayCsatCount(on, counted)).toBe(says);
  });
  it.each([
    [true, count(0), 'Nobody fits at the moment.'],
    [
      true,
      count(0, { fit: 100, drawn: 25, today: 20 }),
      'Of 100 customers who fit, 25 are drawn; 20 would be asked today.',
    ],
    [
      true,
      count(0, { fit: 1, drawn: 1, today: 0, askedToday: 50 }),
      'Of one customer who fits, 1 is drawn; 0 would be asked today. 50 were asked today already.',
    ],
    [
      false,
      count(0, { fit: 8, drawn: 2, today: 2 }),
      'It is off. On, of 8 customers who fit, 2 are drawn; 2 would be asked today.',
    ],
  ])('whether they would recommend %s %o', (on, counted, says) => {
    expect(sayNpsCount(on, counted)).toBe(says);
  });

  it('names a survey without a way to ask', () => {
    expect(faultOf(set({ on: true, mail: false, message: false }, {}))).toMatch(/How it went/);
    expect(faultOf(set({}, { on: true, mail: false, chat: false }))).toMatch(/recommend/);
    expect(faultOf(set({ on: true }, { on: true }))).toBeNull();
  });
});
