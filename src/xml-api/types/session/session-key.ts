/**
 * A session's key under whatever name: clients use `meetingKey` and `sessionKey` the one for the other. People copy it
 * out of mails, where its digits stand in groups.
 */
import { long } from '../../../xml/schema.ts';

export const SESSION_KEY = long({ min: 1, grouped: true, sample: '623063327' });
