/** LstProducts: what the site sells. */
import { checkSeesProducts } from '../../policies/sales.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { PRODUCT_ORDERS } from '../../sales/products.ts';
import { complex, integer, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import {
  lstControlType,
  matchingRecords,
  matchingRecordsType,
  orderFields,
  orderOf,
  pageOf,
} from '../types/list.ts';
import { sales } from '../types/namespaces.ts';
import { MOST_IN_REQUEST, productInstanceType } from './product-type.ts';

export const lstProducts = operation({
  service: salesService,
  name: 'LstProducts',
  level: '5.5',
  summary: 'Lists the products of the site to its hosts and administrators.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, NoRecordFound],
  request: body(salesService, 'lstProducts', {
    listControl: optional(lstControlType),
    order: optional(complex(sales, 'productOrderType', orderFields)),
    name: optional(text({ max: 128 })),
    prodID: many(integer(), { max: MOST_IN_REQUEST }),
  }),
  response: body(salesService, 'lstProductsResponse', {
    matchingRecords: optional(matchingRecordsType),
    product: many(productInstanceType),
  }),
  async run({ app, site, account, hint }, { listControl, order, name, prodID }) {
    checkSeesProducts(site, account);
    const page = pageOf(listControl, hint);
    const { total, products } = await app.products.search(
      site,
      { name, prodIDs: prodID },
      { ...page, order: orderOf(order, PRODUCT_ORDERS, hint) },
    );
    return { matchingRecords: matchingRecords(total, products.length, page), product: products };
  },
});
