/** A product's card → an embed: its name and price lead to its page, then the words, the picture under them. Pure. */
import path from 'node:path'
import { type OutboundMessage, readCard } from '#mascot'
import { format } from './format.ts'

type OutboundText = Extract<OutboundMessage, { kind: 'text' }>

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const LONGEST_TITLE = 256
const LONGEST_DESCRIPTION = 4096

export interface Card {
  readonly title: string
  readonly description?: string
  readonly url?: string
}

/** Undefined where it is none, or does not fit into one: then its words say it all. */
export function cardOf(message: OutboundText): Card | undefined {
  const card = readCard(message)
  if (!card) return undefined
  const [title, description, page] = [format(card.title), format(card.words), card.pages[0]?.url]
  if (title.trim() === '' || title.length > LONGEST_TITLE || description.length > LONGEST_DESCRIPTION) return undefined
  return { title, ...(description !== '' && { description }), ...(page !== undefined && { url: page }) }
}

/** `hasFile`: its picture, where it is a file, goes along or is there already. */
export function embedsOf(message: OutboundText, hasFile = true): readonly object[] {
  const card = cardOf(message)
  const { url, path: file } = message.media ?? {}
  const shown = url ?? (file !== undefined && hasFile ? `attachment://${pictureName(file)}` : undefined)
  return card ? [{ ...card, ...(shown !== undefined && { image: { url: shown } }) }] : []
}

/** An embed finds its file by a name of plain letters. */
export function pictureName(file: string): string {
  const extension = path.extname(file).toLowerCase()
  return `picture${/^\.[a-z]{2,4}$/.test(extension) ? extension : '.jpg'}`
}
