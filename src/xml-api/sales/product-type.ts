/** Products, as sales.xsd has them. */
import { complex, extension, integer, optional, text } from '../../xml/schema.ts';
import { sales } from '../types/namespaces.ts';

/** Products of one request at most: as many as a site keeps. */
export const MOST_IN_REQUEST = 5000;

export const productType = complex(sales, 'productType', {
  name: optional(text({ max: 128, sample: 'Projector' })),
  description: optional(text({ max: 256 })),
});

export const productInstanceType = extension(sales, 'productInstanceType', productType, {
  prodID: integer({ sample: '1' }),
});
