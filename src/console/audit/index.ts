/** What administrators have done. There is no endpoint that changes any of it. */
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';

export const AUDIT = [listAudit, exportAudit];
