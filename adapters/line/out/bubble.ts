/** A product's card → a Flex bubble: the picture, the name with its price, the words, a button for each page. Pure. */
import type { Card } from '#mascot'
import { limits } from '../abilities.ts'

/** LINE's, of what is read where no bubble can be shown; in UTF-16 units. */
const MOST_ALT = 400
const MOST_URL = 1_000

/** Undefined where LINE would not take it. LINE fetches the picture from an address that everybody can open; another is left out. */
export function bubbleOf({ title, words, pages, picture }: Card): object | undefined {
  if (pages.some(({ url }) => !isTaken(url))) return undefined
  const hero = picture?.url !== undefined && isTaken(picture.url) ? picture.url : undefined
  const lines = [
    { type: 'text', text: title, weight: 'bold', size: 'lg', wrap: true },
    ...(words === '' ? [] : [{ type: 'text', text: words, wrap: true }]),
  ]
  const buttons = pages.map(({ label, url }) => ({
    ...{ type: 'button', style: 'link' },
    action: { type: 'uri', label: label.slice(0, limits.labelLength), uri: url },
  }))
  return {
    ...{ type: 'flex', altText: title.slice(0, MOST_ALT).toWellFormed() },
    contents: {
      type: 'bubble',
      ...(hero && { hero: { type: 'image', url: hero, size: 'full', aspectRatio: '4:3', aspectMode: 'cover' } }),
      body: { type: 'box', layout: 'vertical', spacing: 'md', contents: lines },
      ...(buttons.length > 0 && { footer: { type: 'box', layout: 'vertical', contents: buttons } }),
    },
  }
}

const isTaken = (url: string) => url.startsWith('https://') && url.length <= MOST_URL && !/\s/.test(url)
