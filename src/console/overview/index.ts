import { readOverview } from './read-overview.ts';

export const OVERVIEW = [readOverview];
