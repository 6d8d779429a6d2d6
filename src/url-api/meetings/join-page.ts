/** The page that asks for what a visitor has not shown yet. */
import type { FastifyReply } from 'fastify';
import { devicesAsked, numberAlone, sessionView } from '../../browser/meetings/session-view.ts';
import { ledOn } from '../../browser/meetings/shown-beside.ts';
import { isKnown, type VisitedMeeting } from '../../browser/meetings/visited-meeting.ts';
import type { Problem } from '../../browser/pages/problem.ts';
import { statusOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { Lack } from '../../policies/admission.ts';
import type { CommandCall } from '../command.ts';
import { atByGet, carried, type Joining, wayBack } from './joining.ts';

interface Asked {
  readonly lacks: readonly Lack[];
  readonly problem?: Problem;
  readonly accountRequired?: boolean;
}

/** Whether a number leads somewhere is told no more: what opens a meeting is asked for, whatever the number. */
export function heldBackPage(call: CommandCall<Joining>, sessionKey: number): Promise<FastifyReply> {
  const { folder, parameters } = call;
  const MK = String(sessionKey);
  return show(call, {
    page: 'join',
    session: numberAlone({ sessionKey }),
    problem: 'RateLimit',
    status: statusOf('RateLimit'),
    asks: { name: true, email: true, password: true, registrationID: false },
    given: { AN: parameters.AN, AE: parameters.AE },
    form: {
      action: folder.address('m.php'),
      fields: { ...carried(parameters, TYPED), ...wayBack(call), MK, ASKED: '1' },
    },
    signIn: folder.address('signin.php', { MU: folder.address('m.php', { AT: 'JM', MK }) }),
    accountRequired: false,
    devices: { microphone: false, camera: false },
  });
}

const TYPED: ReadonlySet<string> = new Set(['AN', 'AE', 'PW', 'RID', 'LED']);

const FIELD_OF: Readonly<Record<Lack, string>> = {
  name: 'AN',
  email: 'AE',
  password: 'PW',
  panelPassword: 'PW',
  registrationID: 'RID',
};

export async function joinPage(
  call: CommandCall<Joining>,
  meeting: VisitedMeeting,
  { lacks, problem, accountRequired = false }: Asked,
): Promise<FastifyReply> {
  const { folder, parameters } = call;
  const MK = String(meeting.sessionKey);
  const asked = new Set(lacks.map((lack) => FIELD_OF[lack]));
  // A name without an address, or the other way round: both are shown, so that both can be put right.
  if (asked.has('AN') || asked.has('AE'))
    for (const name of ['AN', 'AE']) if (!call.browserSession) asked.add(name);
  const own = folder.address('m.php', { AT: 'JM', MK });
  const led = await ledOn(call, meeting.sessionKey);
  const { session } = meeting;
  // A guess finds out no more of what is not listed than that there is something to be shown first.
  const isGuarded = accountRequired || asked.has('PW') || asked.has('RID');
  const isHidden = isGuarded && !(await isKnown(call, meeting));
  return show(call, {
    page: 'join',
    session: isHidden ? numberAlone(meeting) : await sessionView(call, meeting, false),
    problem,
    asks: {
      name: asked.has('AN'),
      email: asked.has('AE'),
      password: asked.has('PW'),
      ofPanel: lacks.includes('panelPassword'),
      registrationID: asked.has('RID'),
    },
    given: { AN: parameters.AN, AE: parameters.AE },
    form: {
      action: folder.address('m.php'),
      fields: { ...carried(parameters, asked), ...led, ...wayBack(call), MK, ASKED: '1' },
    },
    signIn: call.browserSession ? undefined : folder.address('signin.php', { MU: own }),
    accountRequired,
    devices: devicesAsked(call, meeting),
    at: atByGet(call, meeting),
    register:
      session?.registration && !call.browserSession
        ? folder.address('m.php', { AT: 'GF', MK, ...led })
        : undefined,
  });
}
