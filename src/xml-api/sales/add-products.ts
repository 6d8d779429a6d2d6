/** AddProducts: adds what the site sells. */
import { checkSetsProducts } from '../../policies/sales.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { SalesLimitReached } from '../../sales/limits.ts';
import { integer, many } from '../../xml/schema.ts';
import { siteAdmin } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { MOST_IN_REQUEST, productType } from './product-type.ts';

export const addProducts = operation({
  service: salesService,
  name: 'AddProducts',
  level: '5.5',
  summary: 'Adds products of the site, all or none, and gives their numbers in the same order.',
  may: siteAdmin,
  throttled: 'never',
  refuses: [AccessDenied, RuleBroken, SalesLimitReached],
  request: body(salesService, 'addProducts', {
    product: many(productType, { min: 1, max: MOST_IN_REQUEST }),
  }),
  response: body(salesService, 'addProductsResponse', { prodID: many(integer(), { min: 1 }) }),
  async run({ app, site, account }, { product }) {
    checkSetsProducts(site, account);
    return { prodID: await app.products.add(site, product) };
  },
});
