/** What the scopes of the REST interface let a program do, as people say it. */

const WORDS = new Map([
  ['meeting:schedules_read', 'See your meetings and who is invited'],
  ['meeting:schedules_write', 'Schedule, change and cancel your meetings'],
  ['meeting:recordings_read', 'See and download your recordings'],
  ['meeting:recordings_write', 'Change and delete your recordings'],
  ['meeting:transcripts_read', 'Read the transcripts of your meetings'],
  ['meeting:transcripts_write', 'Change and delete the transcripts of your meetings'],
  ['meeting:summaries_read', 'Read the summaries of your meetings'],
  ['meeting:summaries_write', 'Change and delete the summaries of your meetings'],
  ['meeting:preferences_read', 'See your preferences and your personal room'],
  ['meeting:preferences_write', 'Change your preferences and your personal room'],
  ['meeting:participants_read', 'See who takes part in your meetings'],
  ['meeting:participants_write', 'Admit, mute and remove people in your meetings'],
  ['meeting:controls_read', 'See how your running meetings stand: locked, recorded'],
  ['meeting:controls_write', 'Lock and record your running meetings'],
  ['spark:people_read', 'See the names and email addresses of people on this site'],
  ['spark:kms', 'Nothing by itself; it comes with every token'],
  ['spark:all', 'Everything that you may do yourself, through the XML API too'],
  ['meeting:admin_schedule_read', 'See the meetings of everybody on this site'],
  ['meeting:admin_schedule_write', 'Schedule, change and cancel the meetings of everybody on this site'],
  ['meeting:admin_recordings_read', 'See and download the recordings of everybody on this site'],
  ['meeting:admin_recordings_write', 'Change and delete the recordings of everybody on this site'],
  ['meeting:admin_transcripts_read', 'Read the transcripts of everybody on this site'],
  ['meeting:admin_preferences_read', 'See the preferences of everybody on this site'],
  ['meeting:admin_preferences_write', 'Change the preferences of everybody on this site'],
  ['meeting:admin_participants_read', 'See who takes part in any meeting of this site'],
  ['meeting:admin_config_read', 'See how this site is set up'],
  ['meeting:admin_config_write', 'Change how this site is set up'],
  ['meeting:group_meeting_read', 'See the meetings of groups on this site'],
  ['meeting:group_meeting_write', 'Schedule, change and cancel the meetings of groups on this site'],
  ['spark-admin:people_read', 'See all accounts of this site'],
  ['spark-admin:people_write', 'Create, change and deactivate accounts of this site'],
  ['spark-compliance:meetings_read', 'Read the meetings of everybody on this site for compliance'],
  [
    'spark-compliance:meetings_write',
    'Change and delete the meetings of everybody on this site for compliance',
  ],
]);

export const texts = () => ({
  /** @returns the scope itself where there are no words for it */
  scope: (name: string): string => WORDS.get(name) ?? name,
});
