import { expect, test } from 'vitest';
import { judge, type Evidence } from '../../../bench/faults/verdict.ts';

const clean: Evidence = {
  sent: ['F-1', 'F-2'].map((number) => ({ number, lines: 3, receipted: true, answered: true, delivered: false })),
  orders: ['F-1', 'F-2'].map((externalNumber) => ({ externalNumber, status: 'New', lineCount: 3, storedLines: 3 })),
  responses: ['F-1', 'F-2'].map((externalNumber) => ({
    externalNumber,
    messageId: `m-${externalNumber}`,
    state: 'delivered',
  })),
  messages: ['F-1', 'F-2'].map((order) => ({
    messageId: `m-${order}`,
    kind: 'answer' as const,
    order,
    code: '29',
    sha256: 'a',
    times: 1,
    accepted: 1,
    changed: false,
  })),
};

const first = <T>(values: readonly T[]): T[] => values.slice(0, 1);

test('one order and one response for each order sent is right', () => {
  expect(judge(clean)).toEqual({ lost: [], doubled: [], wrong: [] });
});

test('the same message again is no double: the receiver knows it by its id', () => {
  const messages = clean.messages.map((message) => ({ ...message, times: 3, accepted: 2 }));
  expect(judge({ ...clean, messages })).toEqual({ lost: [], doubled: [], wrong: [] });
});

test('what is missing is lost, by number', () => {
  expect(judge({ ...clean, orders: first(clean.orders) }).lost).toEqual(['F-2: no order in the shop']);
  expect(judge({ ...clean, messages: first(clean.messages) }).lost).toEqual(['F-2: no order response was delivered']);
  const sent = [clean.sent[0]!, { ...clean.sent[1]!, receipted: false }];
  expect(judge({ ...clean, sent }).lost).toEqual(['F-2: the partner never got a receipt']);
  const messages = [clean.messages[0]!, { ...clean.messages[1]!, accepted: 0 }];
  expect(judge({ ...clean, messages }).lost).toEqual(['F-2: no order response was delivered']);
});

test('an order whose process has no answer needs none, and must get none', () => {
  const sent = [clean.sent[0]!, { ...clean.sent[1]!, answered: false }];
  expect(judge({ ...clean, sent, messages: first(clean.messages) })).toEqual({ lost: [], doubled: [], wrong: [] });
  expect(judge({ ...clean, sent }).wrong).toEqual(['F-2: answered, though its process has no answer']);
});

test('what the shop delivered is told once, and the order is shipped', () => {
  const sent = [clean.sent[0]!, { ...clean.sent[1]!, delivered: true }];
  const orders = [clean.orders[0]!, { ...clean.orders[1]!, status: 'Shipped' }];
  const advice = { ...clean.messages[1]!, kind: 'delivery' as const, messageId: 'lev-2', code: '' };
  const told = { ...clean, sent, orders, messages: [...clean.messages, advice] };
  expect(judge(told)).toEqual({ lost: [], doubled: [], wrong: [] });
  expect(judge({ ...told, messages: clean.messages }).lost).toEqual(['F-2: no despatch advice was delivered']);
  expect(judge({ ...told, orders: clean.orders }).wrong).toEqual(['F-2: in status New, not Shipped']);
  const twice = [...told.messages, { ...advice, messageId: 'lev-3' }];
  expect(judge({ ...told, messages: twice }).doubled).toEqual(['F-2: despatch advices under 2 message ids']);
  expect(judge({ ...clean, messages: told.messages }).wrong).toEqual([
    'F-2: a despatch advice, though nothing was delivered',
  ]);
});

test('a second order or a second message id is a double', () => {
  expect(judge({ ...clean, orders: [...clean.orders, clean.orders[0]!] }).doubled).toEqual([
    'F-1: 2 orders in the shop',
  ]);
  const messages = [...clean.messages, { ...clean.messages[1]!, messageId: 'another' }];
  expect(judge({ ...clean, messages }).doubled).toEqual(['F-2: order responses under 2 message ids']);
});

test('other faults are named', () => {
  const wrong = (change: Partial<Evidence>): readonly string[] => judge({ ...clean, ...change }).wrong;
  const [order, other] = clean.orders as [Evidence['orders'][number], Evidence['orders'][number]];
  expect(wrong({ orders: [{ ...order, status: 'Waiting' }, other] })).toEqual(['F-1: in status Waiting, not New']);
  expect(wrong({ orders: [{ ...order, storedLines: 2 }, other] })).toEqual([
    'F-1: 3 lines were sent, 3 counted, 2 stored',
  ]);
  expect(wrong({ orders: [...clean.orders, { ...order, externalNumber: 'X' }] })).toEqual([
    'X: nobody sent this order',
  ]);
  const [response, ...responses] = clean.responses;
  expect(wrong({ responses: [{ ...response!, state: 'ready' }, ...responses] })).toEqual([
    'F-1: response m-F-1 is in state ready, not delivered',
  ]);
  const [message, ...messages] = clean.messages;
  expect(wrong({ messages: [{ ...message!, code: '27', changed: true }, ...messages] })).toEqual([
    'F-1: answered 27, not 29',
    'F-1: message m-F-1 came with different bytes',
  ]);
});
