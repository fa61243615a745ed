/** Who may open the staff's pages: one-time links, sessions, roles, and the record of what was done. No passwords. */
import type { StaffMember } from '../domain/case.ts'

/** staff works cases; lead also takes cases over, sees the record and ends others' sessions; operator also approves answers. */
export type Role = 'staff' | 'lead' | 'operator'

export interface Session {
  readonly id: string
  readonly staff: StaffMember
  readonly role: Role
  /** To be sent back with every change; worth nothing without the cookie. */
  readonly csrf: string
  /** Epoch ms. */
  readonly openedAt: number
  readonly expiresAt: number
  /** What the browser calls itself, shortened; for the list of sessions. */
  readonly browser: string
}

export interface AuditEntry {
  /** Epoch ms. */
  readonly at: number
  /** Id and name of who did it; `unknown` for who was refused before they had a name. */
  readonly who: StaffMember
  /** `signed-in`, `link-refused`, `session-ended`, `reply`, `claim`, `refused` … */
  readonly what: string
  /** Case, proposal or session it was done to. */
  readonly about?: string
  /** Never the words said to a fan, never a token. */
  readonly detail?: string
}

export interface Access {
  /** A secret good for one sign-in within ten minutes; only its hash is kept. */
  invite(staff: StaffMember, role: Role): Promise<string>
  /** Undefined when the secret is unknown, used or too old; of two who bring the same, exactly one wins. `token` is for the cookie; only its hash is kept. */
  signIn(secret: string, browser: string): Promise<{ readonly session: Session; readonly token: string } | undefined>
  /** Undefined when it is unknown, ended or too old, or its owner is on the staff list no more; the role is the one the list gives now. */
  session(token: string): Promise<Session | undefined>
  sessions(): Promise<readonly Session[]>
  /** False when it had ended already. */
  endSession(id: string): Promise<boolean>
  /** Ends every session of one who left. Returns how many. */
  endSessionsOf(staffId: string): Promise<number>
  record(entry: Omit<AuditEntry, 'at'>): Promise<void>
  /** Newest first. */
  audit(options: { readonly limit: number; readonly about?: string }): Promise<readonly AuditEntry[]>
  /** Called with the id of a session that ended, in this process or (where the database tells) another. Returns how to end it. */
  onEnded(listener: (sessionId: string) => void): () => void
}
