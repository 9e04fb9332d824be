import { punchOutSessionId } from '../workflows/ids.ts';

export const found = punchOutSessionId;
