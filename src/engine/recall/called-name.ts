/** The name a fan is called by in the persona's lines: what a platform shows as a name may be an insult, an offer or an order. Pure. */
import type { Author } from '../../domain/message.ts'
import { offends } from '../../hearing/foul-words.ts'

/** Words of the longest names people have; Chinese names are shorter than this in characters, too. */
const MOST_WORDS = 6
const MOST_HAN = 8

/** Empty when it is no name to say aloud: then the line is said without one. */
export function calledName({ name }: Pick<Author, 'name'>): string {
  const words = name.trim().split(/\s+/).length
  const han = name.match(/\p{sc=Han}/gu)?.length ?? 0
  const isOffer = /[%％$€£¥￥:：]/.test(name)
  return words > MOST_WORDS || han > MOST_HAN || isOffer || offends(name) ? '' : name
}
