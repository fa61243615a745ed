/** What of ours shows whom, and which numbers are used up. */

/** A message to staff that shows names or words: of an account, a case or a work, by its id. It goes with them. */
export interface ToldOfTable {
  message_row: number
  about: string
}

/** A number that staff typed for something that is gone: it is never given again. */
export interface SpentNumberTable {
  brand: string
  what: 'work'
  number: number
}
