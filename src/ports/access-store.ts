/** Who may open the staff’s pages, as it is kept. */
import type { StaffMember } from '../domain/case.ts'
import type { AuditEntry, Role, Session } from './access.ts'

/** A session as it is kept: of its token only the hash. */
export interface KeptSession extends Session {
  /** When its browser was last heard, epoch ms. */
  readonly seenAt: number
}

/** One-time links, sessions and the record of what was done, for the staff's pages. No secret gets here, only SHA-256 hashes. */
export interface AccessStore {
  keepLink(
    hash: string,
    link: { readonly staff: StaffMember; readonly role: Role; readonly expiresAt: number },
  ): Promise<void>
  /**
   * Ends the link and opens the session, in one transaction; of two calls with one link, exactly one succeeds. Undefined
   * when there is no such link, or it was over at `openedAt`.
   */
  signIn(
    linkHash: string,
    session: Omit<Session, 'staff' | 'role'> & { readonly hash: string },
  ): Promise<KeptSession | undefined>
  /** By the hash of its token: not ended, and not over at `now`. */
  session(hash: string, now: number): Promise<KeptSession | undefined>
  /** Not ended, and not over at `now`; the newest first. */
  sessions(now: number): Promise<KeptSession[]>
  seen(id: string, now: number): Promise<void>
  /** False when it had ended, was over, or never was. */
  end(id: string, now: number): Promise<boolean>
  /** Ends those whose time is over, and returns them. */
  endOver(now: number): Promise<KeptSession[]>
  /** Ends all of one staff member's, and their links. Returns the ids of the sessions that ended. */
  endOf(staffId: string, now: number): Promise<string[]>
  record(entry: AuditEntry): Promise<void>
  /** Newest first. */
  audit(options: { readonly limit: number; readonly about?: string }): Promise<AuditEntry[]>
}
