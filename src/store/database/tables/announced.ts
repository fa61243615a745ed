/** What another program is told of, until it was. */
import type { Generated } from 'kysely'
import type { AnnouncementType } from '../../../domain/announcement.ts'

export interface AnnouncementTable {
  id: Generated<number>
  brand: string
  uid: string
  type: AnnouncementType
  /** `issue 3`: what is about the same thing goes in order. */
  subject: string
  at: number
  /** JSON. */
  data: string
  failures: Generated<number>
  next_at: number
  held_until: Generated<number>
  /** Given up then. */
  aside_at: number | null
}
