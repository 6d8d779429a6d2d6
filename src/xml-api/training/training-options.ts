/** The switches of a training: most are those of a meeting, some bear other names, some a training has alone. */
import { ENABLE_OPTIONS, type EnableOption } from '../../sessions/documents/enable-options.ts';
import type { TRAINING_OPTIONS } from '../../sessions/documents/training-document.ts';
import type { DocumentWish } from '../../sessions/wish.ts';

type TrainingOption = (typeof TRAINING_OPTIONS)[number];

/** In the order of the schema, behind those of its base; HQvideo came later. */
export const TRAINING_OPTION_ELEMENTS = [
  'chat',
  'poll',
  'audioVideo',
  'fileShare',
  'presentation',
  'applicationShare',
  'desktopShare',
  'webTour',
  'trainingSessionRecord',
  'annotation',
  'importDocument',
  'saveDocument',
  'printDocument',
  'pointer',
  'switchPage',
  'fullScreen',
  'thumbnail',
  'zoom',
  'copyPage',
  'rcAppShare',
  'rcDesktopShare',
  'rcWebTour',
  'attendeeRecordTrainingSession',
  'voip',
  'faxIntoTrainingSession',
  'autoDeleteAfterMeetingEnd',
  'displayQuickStartHost',
  'displayQuickStartAttendees',
  'supportQandA',
  'supportFeedback',
  'supportBreakoutSessions',
  'supportRemoteComputer',
  'supportShareWebContent',
  'supportUCFRichMedia',
  'networkBasedRecord',
  'presenterBreakoutSession',
  'attendeeBreakoutSession',
  'supportPanelists',
  'muteOnEntry',
  'multiVideo',
  'veryLargeSess',
  'HQvideo',
] as const;

const ELEMENTS = ['attendeeList', 'javaClient', 'nativeClient', ...TRAINING_OPTION_ELEMENTS] as const;
type Element = (typeof ELEMENTS)[number];
export type TrainingSwitches = { readonly [name in Element]?: boolean | undefined };

/** What a meeting calls them. */
const IN_MEETINGS: Partial<Readonly<Record<Element, EnableOption>>> = {
  trainingSessionRecord: 'meetingRecord',
  attendeeRecordTrainingSession: 'attendeeRecordMeeting',
  faxIntoTrainingSession: 'faxIntoMeeting',
};

const shared = new Set<string>(ENABLE_OPTIONS);

function sharedName(element: Element): EnableOption | undefined {
  return IN_MEETINGS[element] ?? (shared.has(element) ? (element as EnableOption) : undefined);
}

export function optionsWish(
  switches: TrainingSwitches | undefined,
): Pick<DocumentWish, 'enableOptions' | 'trainingOptions'> {
  if (!switches) return {};
  const enableOptions: Partial<Record<EnableOption, boolean>> = {};
  const trainingOptions: Partial<Record<TrainingOption, boolean>> = {};
  for (const element of ELEMENTS) {
    const isOn = switches[element];
    const name = sharedName(element);
    if (isOn === undefined) continue;
    if (name) enableOptions[name] = isOn;
    else trainingOptions[element as TrainingOption] = isOn;
  }
  return { enableOptions, trainingOptions };
}

export function optionsValue(
  enableOptions: Readonly<Record<EnableOption, boolean>>,
  trainingOptions: Readonly<Record<TrainingOption, boolean>>,
): TrainingSwitches {
  return Object.fromEntries(
    ELEMENTS.map((element) => {
      const name = sharedName(element);
      return [element, name ? enableOptions[name] : trainingOptions[element as TrainingOption]];
    }),
  );
}
