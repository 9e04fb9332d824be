import { matchLines } from '../../shop/matching.ts';

export const found = matchLines;
