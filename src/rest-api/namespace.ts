/** The names of the types in the OpenAPI document: they have no XML of their own. */
import type { Namespace } from '../xml/schema.ts';

export const rest: Namespace = { prefix: 'rest', uri: 'urn:parlance:rest', file: '' };
