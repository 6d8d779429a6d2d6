/** Whether a meeting is one of those that a list is asked for. */
import type { AskedList } from './list-meetings.ts';
import type { MeetingValue } from './present-meeting.ts';

/** What a meeting may have left. */
export const LEFT_BEHIND = ['hasRecording', 'hasChat', 'hasTranscription', 'hasClosedCaption'] as const;

export function fits(value: MeetingValue, query: AskedList): boolean {
  const { state, isModified, integrationTag, scheduledType } = query;
  for (const name of LEFT_BEHIND) {
    // Only what has ended has left something.
    if (query[name] !== undefined && value[name] !== query[name] && value.meetingType === 'meeting')
      return false;
  }
  if (state !== undefined && value.state !== state) return false;
  if (isModified !== undefined && (value.isModified ?? false) !== isModified) return false;
  if (scheduledType !== undefined && value.scheduledType !== scheduledType) return false;
  return integrationTag === undefined || value.integrationTags?.includes(integrationTag) === true;
}
