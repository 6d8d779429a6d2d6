/** How the rows of each table belong to a site. */

/** A column that says to which row of another table a row belongs. */
interface Belonging {
  readonly by: string;
  readonly to: string;
}

/**
 * Tables without a column `site`, whose rows are a site's by what they belong to. A test knows every table that is on
 * neither list, and has no such column.
 */
export const BELONGINGS: Readonly<Record<string, Belonging>> = {
  account_image: { by: 'account', to: 'account' },
  attendee: { by: 'session', to: 'session' },
  chat_message: { by: 'usage', to: 'usage' },
  contact: { by: 'account', to: 'account' },
  dist_list: { by: 'account', to: 'account' },
  dist_list_contact: { by: 'dist_list', to: 'dist_list' },
  event_image: { by: 'session', to: 'session' },
  feedback: { by: 'session', to: 'session' },
  lab_reservation: { by: 'lab', to: 'lab' },
  one_click: { by: 'account', to: 'account' },
  recording_file: { by: 'recording', to: 'recording' },
  recording_segment: { by: 'recording', to: 'room_recording' },
  recording_part: { by: 'segment', to: 'recording_segment' },
  scheduled_test: { by: 'test', to: 'test' },
  session_member: { by: 'session', to: 'session' },
  test_attempt: { by: 'test', to: 'test' },
  web_acd_assignment: { by: 'queue', to: 'web_acd_queue' },
  web_acd_team: { by: 'manager', to: 'account' },
};

/** What is worth nothing elsewhere or later: credentials of a time, what runs, what is counted by the minute. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'api_grant',
  'api_refresh_spent',
  'api_token',
  'api_token_use',
  'browser_session',
  'client_guess',
  'email_confirmation',
  'guess',
  'installation_key',
  // Whom an operator has named is said of one installation.
  'installation_owner',
  'job',
  'job_piece',
  'login_ticket',
  'password_reset',
  'run',
  'saml_hand_over',
  'saml_request',
  'session_ticket',
  'sign_on_test',
  'signal',
  'stay',
  'throttle',
  // There may be no such program elsewhere.
  'transcription',
  'used_assertion',
  'used_key',
  // Somewhere else they would be told of what happens elsewhere.
  'webhook',
  'webhook_attempt',
  'webhook_audience',
  'webhook_delivery',
  'webhook_event',
  'webhook_feed',
]);
