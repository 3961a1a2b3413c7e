import { describe, expect, it } from 'vitest';
import { caseOfSimulation, caseOfStep } from './begin-case';
import { addStep, emptyPlaybook } from './edit-playbook';

const playbook = addStep(emptyPlaybook('Warranty', 'orders', []), 'handoff').playbook;
const as = { subject: null, verified: true, name: 'Maya', email: null, tier: null, channel: 'web_chat' as const };

describe('a case begun', () => {
  it('at a step that ends the conversation must end there', () => {
    expect(caseOfStep(playbook, 'handoff', as)).toMatchObject({ as, expect: { end: 'handoff', node: 'handoff' } });
    expect(caseOfStep(playbook, 'reply', as)).toMatchObject({ expect: { end: 'reply', node: 'reply' } });
  });

  it('at a step that is only passed names none to end at', () => {
    const { playbook: more } = addStep(playbook, 'lookup');
    expect(caseOfStep(more, 'lookup', as).expect).toEqual({ end: 'reply' });
  });

  it('from a simulation keeps what was carried out, and nothing that was refused', () => {
    const call = (tool: string, outcome: 'done' | 'denied') => ({ tool, outcome, kind: 'write' as const });
    const steps = [
      { end: 'reply', node: 'reply', calls: [call('refunds.create', 'done'), call('credits.create', 'denied')] },
    ];
    const desk = { as, but: { tools: {} }, given: ['My tent is torn'], steps: steps as never };
    expect(caseOfSimulation(desk)).toMatchObject({
      name: 'My tent is torn',
      says: ['My tent is torn'],
      expect: { end: 'reply', node: 'reply', acts: ['refunds.create'] },
    });
    expect(caseOfSimulation({ ...desk, steps: [] })).toBeNull();
  });
});
