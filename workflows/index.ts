export { deliverDocument } from './deliverDocument.ts';
export { dryRun } from './dryRun.ts';
export { exportCatalogue } from './exportCatalogue.ts';
export { orderAnswer } from './orderAnswer.ts';
export { punchInOrder } from './punchInOrder.ts';
export { punchInStatus } from './punchInStatus.ts';
export { punchOutSession } from './punchOutSession.ts';
export { sendNotices } from './sendNotices.ts';
