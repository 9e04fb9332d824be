import type { Endpoint } from '../endpoint.ts';
import { deleteApiKey } from './api-keys/_id/delete.ts';
import { getApiKeys } from './api-keys/get.ts';
import { postApiKey } from './api-keys/post.ts';
import { getBooks } from './books/get.ts';
import { deleteCustomer } from './customers/_number/delete.ts';
import { getCustomer } from './customers/_number/get.ts';
import { putCustomer } from './customers/_number/put.ts';
import { getCustomers } from './customers/get.ts';
import { deleteExchangeRate } from './exchange-rates/delete.ts';
import { getExchangeRates } from './exchange-rates/get.ts';
import { putExchangeRates } from './exchange-rates/put.ts';
import { getAttachmentBytes } from './documents/in/_id/attachments/_number/bytes/get.ts';
import { getAttachments } from './documents/in/_id/attachments/get.ts';
import { getInboundBytes } from './documents/in/_id/bytes/get.ts';
import { getInboundDocument } from './documents/in/_id/get.ts';
import { getInboundTimeline } from './documents/in/_id/timeline/get.ts';
import { getInboundDocuments } from './documents/in/get.ts';
import { getOutboundBytes } from './documents/out/_id/bytes/get.ts';
import { postCancel } from './documents/out/_id/cancel/post.ts';
import { getOutboundDocument } from './documents/out/_id/get.ts';
import { postRetry } from './documents/out/_id/retry/post.ts';
import { getOutboundTimeline } from './documents/out/_id/timeline/get.ts';
import { getOutboundDocuments } from './documents/out/get.ts';
import { postRetryAll } from './documents/out/retry/post.ts';
import { postImport } from './import/_kind/post.ts';
import { getNotice } from './notices/_id/get.ts';
import { postSendAgain } from './notices/_id/send-again/post.ts';
import { getNotices } from './notices/get.ts';
import { getOrderCart } from './orders/_id/cart/get.ts';
import { getConfirmations } from './orders/_id/confirmations/get.ts';
import { postConfirmation } from './orders/_id/confirmations/post.ts';
import { postBuyerAgreement } from './orders/_id/buyer-agreement/post.ts';
import { getDecisions } from './orders/_id/decisions/get.ts';
import { postDecision } from './orders/_id/decisions/post.ts';
import { getDeliveries } from './orders/_id/deliveries/get.ts';
import { postDelivery } from './orders/_id/deliveries/post.ts';
import { getOrder } from './orders/_id/get.ts';
import { getOrderLines } from './orders/_id/lines/get.ts';
import { postOrderStatus } from './orders/_id/status/post.ts';
import { getOrderTimeline } from './orders/_id/timeline/get.ts';
import { getOrderVersion } from './orders/_id/versions/_number/get.ts';
import { getOrderVersions } from './orders/_id/versions/get.ts';
import { getOrders } from './orders/get.ts';
import { putAddress } from './partners/_id/addresses/_mode/put.ts';
import { deleteAgreedPrice } from './partners/_id/agreed-prices/_price/delete.ts';
import { getAgreedPrices } from './partners/_id/agreed-prices/get.ts';
import { getDeviations } from './partners/_id/deviations/get.ts';
import { getAgreement } from './partners/_id/agreements/_mode/_version/get.ts';
import { getAgreements } from './partners/_id/agreements/_mode/get.ts';
import { postAgreement } from './partners/_id/agreements/_mode/post.ts';
import { getCatalogueChanges } from './partners/_id/catalogue-exports/_export/changes/get.ts';
import { postCatalogueDecision } from './partners/_id/catalogue-exports/_export/decision/post.ts';
import { getCatalogueExport } from './partners/_id/catalogue-exports/_export/get.ts';
import { getCatalogueLeftOut } from './partners/_id/catalogue-exports/_export/left-out/get.ts';
import { getCatalogueExports } from './partners/_id/catalogue-exports/get.ts';
import { postCatalogueExport } from './partners/_id/catalogue-exports/post.ts';
import { deleteCredential } from './partners/_id/credentials/_credential/delete.ts';
import { getCredentials } from './partners/_id/credentials/get.ts';
import { postCredential } from './partners/_id/credentials/post.ts';
import { getPartner } from './partners/_id/get.ts';
import { patchPartner } from './partners/_id/patch.ts';
import { deleteRemembered } from './partners/_id/remembered/_answer/delete.ts';
import { getRemembered } from './partners/_id/remembered/get.ts';
import { getPartners } from './partners/get.ts';
import { postPartner } from './partners/post.ts';
import { deletePriceList } from './price-lists/_code/delete.ts';
import { getPriceList } from './price-lists/_code/get.ts';
import { putPriceList } from './price-lists/_code/put.ts';
import { getPriceLists } from './price-lists/get.ts';
import { deletePrice } from './prices/delete.ts';
import { getPrices } from './prices/get.ts';
import { getPriceOfTheDay } from './prices/of-the-day/get.ts';
import { putPrices } from './prices/put.ts';
import { deleteProduct } from './products/_number/delete.ts';
import { getProduct } from './products/_number/get.ts';
import { putProduct } from './products/_number/put.ts';
import { getProducts } from './products/get.ts';
import { getQuarantinedBytes } from './quarantine/_id/bytes/get.ts';
import { postDiscard } from './quarantine/_id/discard/post.ts';
import { getQuarantined } from './quarantine/_id/get.ts';
import { postRunAgain } from './quarantine/_id/run-again/post.ts';
import { getQuarantine } from './quarantine/get.ts';
import { postRunAllAgain } from './quarantine/run-again/post.ts';
import { getRefusedRequest } from './refused-requests/_id/get.ts';
import { getRefusedRequests } from './refused-requests/get.ts';
import { postCancelSession } from './sessions/_id/cancel/post.ts';
import { getSessionBytes } from './sessions/_id/documents/_document/bytes/get.ts';
import { getSessionDocuments } from './sessions/_id/documents/get.ts';
import { getSessionForm } from './sessions/_id/form/get.ts';
import { getSession } from './sessions/_id/get.ts';
import { getSessionTimeline } from './sessions/_id/timeline/get.ts';
import { getSessions } from './sessions/get.ts';
import { getShopConnection } from './shop/connection/get.ts';
import { putShopConnection } from './shop/connection/put.ts';
import { getShop } from './shop/get.ts';
import { getShopOrder } from './shop/orders/_id/get.ts';
import { postShopOrderAgain } from './shop/orders/_id/send-again/post.ts';
import { postShopOrderTaken } from './shop/orders/_id/taken/post.ts';
import { getShopOrders } from './shop/orders/get.ts';
import { putShop } from './shop/put.ts';
import { deleteSubscription } from './subscriptions/_id/delete.ts';
import { getSubscription } from './subscriptions/_id/get.ts';
import { putSubscription } from './subscriptions/_id/put.ts';
import { postReplay } from './subscriptions/_id/replay/post.ts';
import { deleteWebhookSecret } from './subscriptions/_id/secrets/_secret/delete.ts';
import { getWebhookSecrets } from './subscriptions/_id/secrets/get.ts';
import { postWebhookSecret } from './subscriptions/_id/secrets/post.ts';
import { postTestNotice } from './subscriptions/_id/test/post.ts';
import { getCartStatistics } from './statistics/carts/get.ts';
import { getStatistics } from './statistics/get.ts';
import { getSubscriptions } from './subscriptions/get.ts';
import { postSubscription } from './subscriptions/post.ts';

/** Every endpoint of `/api/v1`. A test holds this list to the files beside it. */
export const endpoints: readonly Endpoint[] = [
  ...[getShop, putShop, getShopConnection, putShopConnection, postImport],
  ...[getShopOrders, getShopOrder, postShopOrderTaken, postShopOrderAgain],
  ...[getProducts, getProduct, putProduct, deleteProduct],
  ...[getCustomers, getCustomer, putCustomer, deleteCustomer],
  ...[getPriceLists, getPriceList, putPriceList, deletePriceList],
  ...[getPrices, putPrices, deletePrice, getPriceOfTheDay],
  ...[getExchangeRates, putExchangeRates, deleteExchangeRate],
  ...[getAgreedPrices, deleteAgreedPrice, getDeviations],
  ...[getOrders, getOrder, getOrderLines, getOrderTimeline, postOrderStatus, getDecisions, postDecision],
  ...[getConfirmations, postConfirmation, getDeliveries, postDelivery],
  ...[getOrderVersions, getOrderVersion, getOrderCart, postBuyerAgreement],
  ...[getInboundDocuments, getInboundDocument, getInboundBytes, getInboundTimeline],
  ...[getAttachments, getAttachmentBytes, postRetryAll],
  ...[getOutboundDocuments, getOutboundDocument, getOutboundBytes, getOutboundTimeline, postRetry, postCancel],
  ...[
    getSessions,
    getSession,
    getSessionTimeline,
    getSessionDocuments,
    getSessionBytes,
    getSessionForm,
    postCancelSession,
  ],
  ...[getPartners, postPartner, getPartner, patchPartner, putAddress],
  ...[getAgreements, postAgreement, getAgreement],
  ...[getCatalogueExports, postCatalogueExport, getCatalogueExport],
  ...[getCatalogueChanges, getCatalogueLeftOut, postCatalogueDecision],
  ...[getCredentials, postCredential, deleteCredential],
  ...[getRemembered, deleteRemembered],
  ...[getQuarantine, getQuarantined, getQuarantinedBytes, postRunAgain, postRunAllAgain, postDiscard],
  ...[getRefusedRequests, getRefusedRequest],
  ...[getSubscriptions, postSubscription, getSubscription, putSubscription, deleteSubscription, postTestNotice],
  ...[getWebhookSecrets, postWebhookSecret, deleteWebhookSecret, postReplay],
  ...[getNotices, getNotice, postSendAgain],
  ...[getBooks, getStatistics, getCartStatistics, getApiKeys, postApiKey, deleteApiKey],
];
