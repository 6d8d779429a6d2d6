/** What is wrong with what was sent: a word of the URL API (`BadWebExIDorPassword`), put into plain words by the catalogue. */
export type Problem = string;
