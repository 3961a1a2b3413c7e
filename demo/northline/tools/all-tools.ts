import { accountsChangeEmail, accountsGet, accountsLookup, accountsSendPasswordReset } from './accounts';
import { actionsStatus } from './actions';
import {
  billingHistory,
  creditsCreate,
  creditsVoid,
  invoicesGet,
  invoicesList,
  invoicesSendCopy,
  paymentsRetry,
} from './billing';
import { customersFind, customersGet } from './customers';
import { deliveriesReschedule, ordersCancel, ordersChangeAddress, ordersReinstate } from './order-changes';
import { ordersGet, ordersList, shipmentsTrack } from './orders';
import { productsGet, productsList, productsSearch } from './products';
import { refundsCreate, refundsReverse } from './refunds';
import { returnsCancel, returnsCreate } from './returns';
import {
  subscriptionsCancel,
  subscriptionsChange,
  subscriptionsGet,
  subscriptionsPause,
  subscriptionsReinstate,
  subscriptionsResume,
} from './subscriptions';
import type { Tool } from './tool';

/** Everything the back office can be asked, reads first. */
export const allTools: readonly Tool[] = [
  customersFind,
  customersGet,
  ordersList,
  ordersGet,
  shipmentsTrack,
  subscriptionsGet,
  invoicesList,
  invoicesGet,
  billingHistory,
  accountsGet,
  accountsLookup,
  productsSearch,
  productsList,
  productsGet,
  actionsStatus,
  refundsCreate,
  refundsReverse,
  ordersCancel,
  ordersReinstate,
  ordersChangeAddress,
  deliveriesReschedule,
  returnsCreate,
  returnsCancel,
  subscriptionsPause,
  subscriptionsResume,
  subscriptionsCancel,
  subscriptionsReinstate,
  subscriptionsChange,
  accountsSendPasswordReset,
  accountsChangeEmail,
  invoicesSendCopy,
  paymentsRetry,
  creditsCreate,
  creditsVoid,
];
