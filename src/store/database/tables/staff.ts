/** Who of the staff is there, who may open their pages, and what was done there. */

import type { Generated } from 'kysely'
import type { Role } from '../../../ports/access.ts'

export interface DutyTable {
  brand: string
  staff_id: string
  name: string
  since: number
}

export interface ColleagueTable {
  brand: string
  staff_id: string
  name: string
  seen_at: number
}

export interface AccessLinkTable {
  /** Of the secret. */
  hash: string
  brand: string
  staff_id: string
  staff_name: string
  role: Role
  expires_at: number
}

export interface AccessSessionTable {
  id: string
  brand: string
  /** Of the token. */
  hash: string
  staff_id: string
  staff_name: string
  role: Role
  csrf: string
  opened_at: number
  seen_at: number
  expires_at: number
  browser: string
  ended_at: number | null
}

/** Who did what to what; never the words, never a secret. */
export interface AuditTable {
  id: Generated<number>
  brand: string
  at: number
  staff_id: string
  staff_name: string
  what: string
  about: string | null
  detail: string | null
}
