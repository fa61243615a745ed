/** What a link from a group into a private talk carries, so that a complaint goes on where it was sent. */
export const casePayload = 'case'
