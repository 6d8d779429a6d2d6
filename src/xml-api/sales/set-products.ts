/** SetProducts: changes what is given of products. */
import { checkSetsProducts } from '../../policies/sales.ts';
import { AccessDenied } from '../../refusal.ts';
import { SalesLimitReached } from '../../sales/limits.ts';
import { ProductNotFound } from '../../sales/products.ts';
import { integer, many } from '../../xml/schema.ts';
import { siteAdmin } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { MOST_IN_REQUEST, productInstanceType } from './product-type.ts';

export const setProducts = operation({
  service: salesService,
  name: 'SetProducts',
  level: '5.5',
  summary: 'Changes what is given of products of the site, all or none.',
  may: siteAdmin,
  throttled: 'never',
  refuses: [AccessDenied, ProductNotFound, SalesLimitReached],
  request: body(salesService, 'setProducts', {
    product: many(productInstanceType, { min: 1, max: MOST_IN_REQUEST }),
  }),
  response: body(salesService, 'setProductsResponse', { prodID: many(integer(), { min: 1 }) }),
  async run({ app, site, account }, { product }) {
    checkSetsProducts(site, account);
    await app.products.change(site, product);
    return { prodID: product.map(({ prodID }) => prodID) };
  },
});
