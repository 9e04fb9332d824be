import { defineEntity, p } from '@mikro-orm/core';
import type { Parameter } from '../formats/oci/parameters.ts';
import { Partner } from '../partners/partner.entity.ts';
import type { SentOrder } from './orders.ts';
import type { PunchOutStart } from './punchOut.ts';

/** How the receiver that the simulator plays answers: `slow` takes the document in the end, `silent` never answers. */
export const receiverModes = ['take', 'refuse', 'fail', 'slow', 'silent'] as const;
export type ReceiverMode = (typeof receiverModes)[number];

const simulation = defineEntity({
  name: 'Simulation',
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(Partner).mapToPk().index(),
    /** Whom the buyer shops for; the agreement decides where it is null. */
    customerNumber: p.text().nullable(),
    /** SHA-256 of the token in the partner's link: 256 random bits need no salt. */
    tokenHash: p.blob().unique(),
    /** Part of the addresses that carts and documents come to. Who knows it can put something in, and see nothing. */
    hook: p.text().unique(),
    /** Where we are reached: the address that the simulated system calls, and is called at. */
    address: p.text(),
    /** User name of the simulation's own credentials; they have one secret, which is sealed here. */
    userName: p.text(),
    keyId: p.text(),
    sealed: p.blob(),
    createdAt: p.datetime(3),
    createdBy: p.text(),
    expiresAt: p.datetime(3).index(),
    endedAt: p.datetime(3).nullable(),
    receiver: p.enum(receiverModes),
    /** So many documents more are answered by `receiver`, then all are taken; null: until it is changed. */
    receiverTimes: p.integer().nullable(),
  },
});
/** A tryout of a partner's test agreement: a purchasing system that we play ourselves. */
export class Simulation extends simulation.class {}
simulation.setClass(Simulation);

export const stepKinds = ['punchOut', 'order', 'change', 'cancellation', 'repeat'] as const;
export type StepKind = (typeof stepKinds)[number];

const simulationStep = defineEntity({
  name: 'SimulationStep',
  properties: {
    id: p.uuid().primary(),
    simulation: () => p.manyToOne(Simulation).mapToPk().deleteRule('cascade'),
    kind: p.enum(stepKinds),
    at: p.datetime(3),
    /** What was sent, without secrets. */
    sent: p.text(),
    /** What came back, without secrets; null where a browser has the answer. */
    answered: p.text().nullable(),
    httpStatus: p.integer().nullable(),
    milliseconds: p.integer().nullable(),
    /** Of a punch-out. */
    start: p.json<PunchOutStart>().nullable(),
    /** Of an order and what follows it. */
    order: p.json<SentOrder>().nullable(),
    /** The document that we stored of it. */
    document: p.uuid().nullable(),
  },
  indexes: [{ name: 'simulation_step_simulation_index', properties: ['simulation', 'id'] }],
});
/** What the simulated system did, and what came of it. */
export class SimulationStep extends simulationStep.class {}
simulationStep.setClass(SimulationStep);

const simulationCart = defineEntity({
  name: 'SimulationCart',
  properties: {
    id: p.uuid().primary(),
    simulation: () => p.manyToOne(Simulation).mapToPk().deleteRule('cascade'),
    /** The punch-out that it came back from. */
    step: () => p.manyToOne(SimulationStep).mapToPk().deleteRule('cascade'),
    receivedAt: p.datetime(3),
    /** Of the request: a form may come by either. */
    method: p.enum(['get', 'post']),
    fields: p.json<readonly Parameter[]>(),
  },
  indexes: [{ name: 'simulation_cart_simulation_index', properties: ['simulation', 'id'] }],
});
/** A form that came back through the browser, as it came. */
export class SimulationCart extends simulationCart.class {}
simulationCart.setClass(SimulationCart);
