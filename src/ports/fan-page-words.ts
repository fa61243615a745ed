/** What the pages for fans say, in one language; in braces what is filled in. */
import type { Consent } from '../domain/fan.ts'
import type { Lang } from '../domain/message.ts'
import type { PageText } from '../domain/page-text.ts'
import type { EvidenceWhat } from '../domain/standing.ts'

export interface FanPageWords {
  readonly lang: Lang
  readonly isRightToLeft: boolean
  readonly text: Readonly<Record<PageText, string>>
  /** What shows what sets a fan apart. */
  readonly seen: Readonly<Record<EvidenceWhat, string>>
  readonly consent: Readonly<Record<Consent, string>>
  /** What facts are called; of any other its own name is shown. */
  readonly keys: Readonly<Record<string, string>>
  /** As the fan reads them in a talk as well. */
  readonly said: Readonly<
    Record<
      | ('yes' | 'no' | 'aboutData' | 'aboutMe' | 'forget' | 'messages' | 'cases' | 'facts' | 'noFacts')
      | ('title' | 'titleHidden' | 'isOff' | 'isRefused' | 'howToGive' | 'takenBack' | 'forgotten'),
      string
    >
  >
}
