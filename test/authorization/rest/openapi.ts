import { REST_CALLER_NAMES, type RestRows } from '../rest-row.ts';

export const ROWS: RestRows = {
  'GET openapi.json': [{ may: REST_CALLER_NAMES, status: 200 }],
};
