/** What other programs of the operator's are told of, by webhooks: never a fan's name or words. */

export const announcementTypes = [
  'issue.opened',
  'issue.changed',
  'issue.fixed',
  'wave.began',
  'wave.grew',
  'crisis.changed',
  'promise.broken',
  'case.opened',
  'case.closed',
] as const
export type AnnouncementType = (typeof announcementTypes)[number]

export interface Announcement {
  /** The same at every try: who receives it twice knows it by this. */
  readonly id: string
  readonly type: AnnouncementType
  /** When it happened, epoch ms. */
  readonly at: number
  /** What it is about, as JSON. */
  readonly data: Readonly<Record<string, unknown>>
}
