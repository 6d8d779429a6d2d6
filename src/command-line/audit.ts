/** `parlance audit …`: what administrators have done, for a file or for a program. */
import { type AuditForm, auditExport } from '../audit/audit-export.ts';
import { RuleBroken } from '../refusal.ts';
import type { CommandGroup, InstallationCommand } from './command.ts';

const FORMS: readonly AuditForm[] = ['ndjson', 'csv'];

const exportAudit: InstallationCommand = {
  usage: 'export [siteName]',
  description:
    'print what administrators have done on a site, or on all of them and to the installation, the newest first',
  options: [
    ['--as <form>', 'ndjson, a line of JSON for each entry, or csv; without it ndjson'],
    ['--from <time>', 'from then on, such as 2026-03-01'],
    ['--to <time>', 'before then'],
  ],
  async run({ sites, auditList }, { args: [siteName], flags }, say) {
    const form = FORMS.find((one) => one === (flags.as ?? 'ndjson'));
    if (!form) throw new RuleBroken('as', 'must be ndjson or csv');
    const site = siteName === undefined ? undefined : (await sites.required(siteName)).id;
    const search = { site, from: momentOf('from', flags.from), to: momentOf('to', flags.to) };
    for await (const lines of auditExport(auditList.all(search), form)) {
      for (const line of lines.split(/\r?\n/)) if (line !== '') say(line);
    }
  },
};

export const AUDIT_COMMANDS: CommandGroup = {
  name: 'audit',
  description: 'what administrators have done',
  commands: [exportAudit],
};

function momentOf(name: string, text: unknown): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(String(text));
  if (Number.isNaN(at))
    throw new RuleBroken(name, 'must be a time such as 2026-03-01 or 2026-03-01T10:30:00Z');
  return at;
}
