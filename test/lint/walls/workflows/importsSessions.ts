import { createSession } from '../sessions/sessions.ts';

export const found = createSession;
