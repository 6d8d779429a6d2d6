/** A session's key under whatever name: clients use `meetingKey` and `sessionKey` the one for the other. */
import { long } from '../../../xml/schema.ts';

export const SESSION_KEY = long({ min: 1, sample: '623063327' });
