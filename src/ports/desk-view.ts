/** What a surface of the desk shows beside cases: the persona's canned responses, answers that fit, teams, media, drafts. */
import type { Case, StaffMember } from '../domain/case.ts'
import type { CaseId } from '../domain/ids.ts'
import type { Attachment, Lang } from '../domain/message.ts'
import type { Role } from './access.ts'

export interface DeskView {
  /** `name`: in the persona's first language. */
  teams(): readonly { readonly id: string; readonly name: string; readonly isOpen: boolean }[]
  /** In the language of the case, as it would be sent; `names`: whom it names. */
  canned(
    lang: Lang | undefined,
    names?: { readonly fan?: string; readonly staff?: string; readonly team?: string },
  ): readonly { readonly name: string; readonly text: string }[]
  /** Approved answers that fit the words, best first; for completion while a staff member types. */
  answers(
    words: string,
    options: { readonly lang?: Lang; readonly limit: number },
  ): readonly { readonly id: string; readonly title: string; readonly text: string }[]
  /** An attachment of a fan's as a file of this machine; undefined where its platform cannot bring it. */
  file(threadPlatform: string, attachment: Attachment): Promise<string | undefined>
  /** What a staff member has typed and not sent, kept over a restart and on every device. */
  draft(id: CaseId, staffId: string): Promise<string>
  keepDraft(id: CaseId, staffId: string, text: string): Promise<void>
  /** Where the shop or the CRM shows the fan of this case, signed and good for a while; undefined where nothing is configured. */
  contextUrl(one: Case): string | undefined
  /** May approve what staff propose. */
  mayDecide(staff: StaffMember): boolean
  /** Whether who has this role may open the pages for leads. */
  mayLead(role: Role): boolean
  /** IANA name: what a page shows of a day is by the persona's clock. */
  timeZone(): string
  /** Keeps a file that staff mean to send, for some days, and no longer than what is kept of the case `about`; returns its id. */
  keepUpload(file: { readonly name: string; readonly bytes: Uint8Array }, about: CaseId): Promise<string>
  /** A kept file as an attachment of a reply; undefined for an id that is none, or is gone. */
  upload(id: string): Promise<Attachment | undefined>
}
