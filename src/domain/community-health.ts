/** How a community does, in the words of the field; no counts of followers. Times are epoch ms. */

export interface CommunityHealth {
  readonly countedAt: number
  /** Since then questions in groups were read. */
  readonly since: number
  readonly questions: number
  /** Of those: answered by a member, or by a person of staff. */
  readonly answeredByMembers: number
  readonly answeredByPeople: number
  /** From a question to the first answer of a human, in the middle, in ms. Absent: nobody answered. */
  readonly firstHumanAnswerMs?: number
  /** So few members give half of all answers: if they stay away, half of the help is gone. 0: nobody answers. */
  readonly absenceFactor: number
  readonly answerers: number
  /** Oldest first: who wrote in that quarter, and how many of them wrote in the next. */
  readonly quarters: readonly { readonly from: number; readonly active: number; readonly stayed?: number }[]
}
