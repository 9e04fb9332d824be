export { deliverDocument } from './deliverDocument.ts';
export { orderAnswer } from './orderAnswer.ts';
export { punchInOrder } from './punchInOrder.ts';
export { punchOutSession } from './punchOutSession.ts';
