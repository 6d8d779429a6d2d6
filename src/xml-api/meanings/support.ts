/** Elements of the support service. */
export const SUPPORT: Readonly<Record<string, string>> = {
  'sc:metaDataType/sessionType':
    'a session type of the Support Center that the representative has; -1 is the first of them that is no remote access',
};
