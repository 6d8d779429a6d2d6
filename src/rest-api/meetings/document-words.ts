/** What stands in a session's document, in the words of this interface (rest-console.md, 3: field pairs). */
import type { AttendeeOptions, BaseDocument } from '../../sessions/documents/base-document.ts';
import type { EnableOption } from '../../sessions/documents/enable-options.ts';
import type { JOIN_SECURITIES } from './meeting-shape.ts';

type Options = Readonly<Record<EnableOption, boolean>>;

/** Each word of ours, and the option of the old interface that it is. */
export const OPTION_PAIRS = {
  enabledChat: 'chat',
  enabledVideo: 'audioVideo',
  enabledPolling: 'poll',
  enabledNote: 'notes',
  enabledFileTransfer: 'fileShare',
  enabledUCFRichMedia: 'supportUCFRichMedia',
} as const satisfies Record<string, EnableOption>;

export const PRIVILEGE_PAIRS = {
  enabledShareContent: 'presentation',
  enabledSaveDocument: 'saveDocument',
  enabledPrintDocument: 'printDocument',
  enabledAnnotate: 'annotation',
  enabledViewParticipantList: 'attendeeList',
  enabledViewThumbnails: 'thumbnail',
  enabledRemoteControl: 'rcDesktopShare',
  enabledViewAnyDocument: 'viewAnyDoc',
  enabledViewAnyPage: 'viewAnyPage',
  enabledContactOperatorPrivately: 'allowContactPrivate',
  enabledChatHost: 'chatHost',
  enabledChatPresenter: 'chatPresenter',
  enabledChatOtherParticipants: 'chatAllAttendees',
} as const satisfies Record<string, EnableOption>;

export function meetingOptionsOf(options: Options) {
  return {
    enabledChat: options.chat,
    enabledVideo: options.audioVideo,
    enabledPolling: options.poll,
    enabledNote: options.notes,
    noteType: options.singleNote ? ('allowOne' as const) : ('allowAll' as const),
    enabledFileTransfer: options.fileShare,
    enabledUCFRichMedia: options.supportUCFRichMedia,
  };
}

export function attendeePrivilegesOf(options: Options) {
  return {
    enabledShareContent: options.presentation,
    enabledSaveDocument: options.saveDocument,
    enabledPrintDocument: options.printDocument,
    enabledAnnotate: options.annotation,
    enabledViewParticipantList: options.attendeeList,
    enabledViewThumbnails: options.thumbnail,
    enabledRemoteControl: options.rcDesktopShare,
    enabledViewAnyDocument: options.viewAnyDoc,
    enabledViewAnyPage: options.viewAnyPage,
    enabledContactOperatorPrivately: options.allowContactPrivate,
    enabledChatHost: options.chatHost,
    enabledChatPresenter: options.chatPresenter,
    enabledChatOtherParticipants: options.chatAllAttendees,
  };
}

/** Who comes in by themselves while the room is not locked. */
export function joinSecurityOf({
  request,
  joinRequiresAccount,
}: Pick<AttendeeOptions, 'request' | 'joinRequiresAccount'>): (typeof JOIN_SECURITIES)[number] {
  if (joinRequiresAccount) return 'blockFromJoin';
  return request ? 'allowJoinWithLobby' : 'allowJoin';
}

/** By the number that the old interface has for it. */
export const TONES = ['noTone', 'beep', 'announceName'] as const;

export function audioConnectionOf({ telephony, enableOptions, entryExitTone, rest = {} }: BaseDocument) {
  const { telephonySupport, tollFree, intlLocalCallIn, muteUponEntry } = telephony;
  return {
    audioConnectionType: audioTypeOf(telephonySupport, enableOptions.voip),
    enabledTollFreeCallIn: tollFree ?? false,
    enabledGlobalCallIn: intlLocalCallIn,
    enabledAudienceCallBack: telephonySupport === 'CALLBACK',
    entryAndExitTone: TONES[entryExitTone] ?? 'noTone',
    allowHostToUnmuteParticipants: rest.hostUnmutes ?? false,
    allowAttendeeToUnmuteSelf: rest.attendeeUnmutes ?? true,
    muteAttendeeUponEntry: muteUponEntry ?? false,
  };
}

function audioTypeOf(support: BaseDocument['telephony']['telephonySupport'], voip: boolean) {
  if (support === 'CALLIN' || support === 'CALLBACK') return 'webexAudio' as const;
  if (support === 'OTHER') return 'other' as const;
  return voip ? ('VoIP' as const) : ('none' as const);
}
