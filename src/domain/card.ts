/** A product's card, read into its parts, for platforms that show one as such. Pure. */
import type { Button, Media, OutboundMessage } from './message.ts'

export interface Card {
  /** The name, with the price. */
  readonly title: string
  /** Of one or more lines; empty: there are none. */
  readonly words: string
  /** Addresses of the web alone. */
  readonly pages: readonly { readonly label: string; readonly url: string }[]
  /** Buttons that answer. */
  readonly choices: readonly Button[]
  readonly picture?: Media
}

/** Undefined where it is none, or holds what no card does: then its words and files say it all. */
export function readCard(message: OutboundMessage): Card | undefined {
  if (message.kind !== 'text' || !message.isCard || message.speaker.kind === 'person') return undefined
  if ((message.moreMedia ?? []).length > 0 || (message.media && message.media.kind !== 'photo')) return undefined
  const [first = '', ...more] = message.text.split('\n')
  const title = first.trim()
  if (title === '') return undefined
  const buttons = message.buttons ?? []
  const pages = buttons.flatMap(({ label, url }) =>
    url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? [{ label, url }] : [],
  )
  const choices = buttons.filter(({ url }) => url === undefined)
  if (pages.length + choices.length < buttons.length) return undefined
  const { media: picture } = message
  return { title, words: more.join('\n').trim(), pages, choices, ...(picture && { picture }) }
}
