/** Why something cannot be sent, as the page says it. */
export type Trouble = 'refused' | 'missing' | 'busy' | 'unsupported' | 'unplugged' | 'full' | 'forbidden';
