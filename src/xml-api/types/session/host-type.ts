/** The host type of every session that was seen (recorded 2016-07). */
export const HOST_TYPE = '1019001';
