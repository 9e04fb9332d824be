import { describe, expect, test } from 'vitest';
import { PunchIn } from '../../workflows/punchIn.ts';

const hold = { remindAfter: 100, deadline: 300 };
const nothing = { questions: 0, refusals: 0 };
const order = () => new PunchIn('document', hold);
const checked = (state = order()) => {
  state.parsed({ kind: 'order', ...nothing });
  state.identified({ ...nothing, customer: 'K1' });
  state.checked(nothing);
  state.checked(nothing);
  return state;
};

describe('the verdict', () => {
  test('of an order without questions is to place it', () => {
    expect(checked().verdict).toBe('place');
  });

  test('of an order with a question from any step is to hold it', () => {
    const state = checked();
    state.checked({ questions: 1, refusals: 0 });
    expect(state.verdict).toBe('hold');
    expect(state.isWorthChecking).toBe(true);
  });

  test('of an order with a refusal is to refuse it, whatever else is asked', () => {
    const state = order();
    state.parsed({ kind: 'order', questions: 3, refusals: 1 });
    expect(state.verdict).toBe('refuse');
    expect(state.isWorthChecking).toBe(false);
  });

  test('of a duplicate or a settled document needs no further check', () => {
    const duplicate = order();
    duplicate.parsed({ kind: 'duplicate' });
    expect([duplicate.verdict, duplicate.isWorthChecking]).toEqual(['duplicate', false]);
    const settled = order();
    settled.parsed({ kind: 'settled', settled: { outcome: 'placed', orderId: 'o', answer: true } });
    expect([settled.isWorthChecking, settled.settled?.answer]).toEqual([false, true]);
  });
});

describe('rounds', () => {
  test('another round starts with nothing known', () => {
    const state = checked();
    state.checked({ questions: 2, refusals: 0 });
    state.ended({ outcome: 'again' });
    expect(state.run).toEqual({ inboundDocumentId: 'document', round: 2 });
    expect(state.verdict).toBeUndefined();
    expect(checked(state).verdict).toBe('place');
  });

  test('a hold that was overtaken starts another round instead of waiting', () => {
    const state = checked();
    state.hold(0);
    state.held({ held: false });
    expect([state.waits, state.run.round]).toEqual([false, 2]);
  });
});

const held = (now = 1_000) => {
  const state = checked();
  state.hold(now);
  state.held({ held: true });
  return state;
};

describe('a hold', () => {
  test('reminds, reminds at the deadline, and then stays', () => {
    const state = held();
    expect(state.untilReminder(1_000)).toBe(100);
    const run = { inboundDocumentId: 'document', round: 1, deadline: new Date(1_300).toISOString() };
    expect(state.takeReminder()).toEqual({ ...run, kind: 'reminder' });
    expect(state.untilReminder(1_150)).toBe(150);
    expect(state.takeReminder()).toEqual({ ...run, kind: 'deadline' });
    expect(state.untilReminder(2_000)).toBeUndefined();
    expect(state.waits).toBe(true);
  });

  test('counts from the first time', () => {
    const state = held(1_000);
    state.ended({ outcome: 'again' });
    expect(checked(state).hold(1_250)).toMatchObject({ round: 2, deadline: new Date(1_300).toISOString() });
    state.held({ held: true });
    expect(state.untilReminder(1_250)).toBe(1);
  });

  test('takes decisions in order, each once', () => {
    const state = held();
    state.decided('a');
    state.decided('a');
    state.decided('b');
    expect(state.takeDecision()).toEqual({ inboundDocumentId: 'document', round: 1, decisionId: 'a' });
    state.ended({ outcome: 'placed', orderId: 'o', answer: false });
    expect(state.result(undefined)).toEqual({ outcome: 'placed', orderId: 'o' });
    expect(state.takeDecision().decisionId).toBe('b');
    expect(state.isDecided).toBe(false);
  });
});

test('the stage is told in words', () => {
  const state = order();
  expect(state.stage).toBe('checking');
  checked(state).held({ held: true });
  expect(state.stage).toBe('waiting for a person to decide');
  state.ended({ outcome: 'again' });
  expect(state.stage).toBe('checking again (round 2)');
  state.ended({ outcome: 'refused', answer: true });
  expect(state.stage).toBe('refused');
});
