import type { AdminRoute } from '../page.ts';
import { inboundCheck, outboundCheck } from './check.ts';
import { inboundAttachment, inboundFile, inboundPage, inboundText } from './inbound.ts';
import { documentList, documentNews } from './list.ts';
import { outboundFile, outboundPage, outboundText } from './outbound.ts';
import { runDocumentAgain } from './runAgain.ts';
import { cancelDocument, sendDocument } from './send.ts';

export const documentsRoutes: readonly AdminRoute[] = [
  documentList,
  documentNews,
  inboundPage,
  inboundText,
  inboundFile,
  inboundAttachment,
  inboundCheck,
  runDocumentAgain,
  outboundPage,
  outboundText,
  outboundFile,
  outboundCheck,
  sendDocument,
  cancelDocument,
];
