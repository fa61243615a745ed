/** States of an issue as a page names them. */
import type { IssueState } from '#mascot'

export const stateWords: Readonly<Record<IssueState, string>> = {
  prepared: 'foreseen',
  seen: 'seen',
  confirmed: 'confirmed',
  working: 'being worked on',
  fixed: 'fixed',
  wont: 'won’t be fixed',
}
