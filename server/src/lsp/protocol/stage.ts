/** How far a report is: in a `draft` what is still missing is a note, on the way to `publish` it is a mistake. */
export type Stage = 'draft' | 'publish';
