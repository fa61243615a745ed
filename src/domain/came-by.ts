/** How a fan came into a private talk, as people read it. Pure. */

/** What a link from a group into a private talk carries, so that a complaint goes on where it was sent. */
export const casePayload = 'case'

const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/

/** What a client sends for a button or a link, told as a sentence of ours; undefined of a fan's own words. What the link carries stays ours. */
export function cameBy(text: string): string | undefined {
  const sent = start.exec(text)
  if (sent === null) return undefined
  if (sent[1] === undefined) return 'opened the talk'
  return sent[1] === casePayload ? 'came here from a group, by the button' : 'came here by a link'
}
