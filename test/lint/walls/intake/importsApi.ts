import { punchInRouter } from '../api/punchin/router.ts';

export const found = punchInRouter;
