import type { simulatorEnglish } from './simulator.en.ts';

export const simulatorSwedish: typeof simulatorEnglish = {};
