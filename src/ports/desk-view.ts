/** What a surface of the desk shows beside cases: the persona's canned responses, answers that fit, teams, media, drafts. */
import type { HandoffId } from '../domain/ids.ts'
import type { Attachment, Lang } from '../domain/message.ts'

export interface DeskView {
  teams(): readonly { readonly id: string; readonly isOpen: boolean }[]
  /** In the language of the case, as it would be sent. */
  canned(lang: Lang | undefined): readonly { readonly name: string; readonly text: string }[]
  /** Approved answers that fit the words, best first; for completion while a staff member types. */
  answers(
    words: string,
    options: { readonly lang?: Lang; readonly limit: number },
  ): readonly { readonly id: string; readonly title: string; readonly text: string }[]
  /** An attachment of a fan's as a file of this machine; undefined where its platform cannot bring it. */
  file(threadPlatform: string, attachment: Attachment): Promise<string | undefined>
  /** What a staff member has typed and not sent, kept over a restart and on every device. */
  draft(id: HandoffId, staffId: string): Promise<string>
  keepDraft(id: HandoffId, staffId: string, text: string): Promise<void>
}
