/** The words of a product's card: its name, one sentence, the price as approved, and what stands in the way. Pure. */
import path from 'node:path'
import type { Button, Media } from '../../domain/message.ts'
import { english } from '../../hearing/packs/english.ts'
import type { ProductTexts } from '../../hearing/packs/pack.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { textIn } from '../../persona/lines/localise.ts'
import type { Product } from '../../persona/persona.ts'
import { isPriceGood, mayTellPrices } from '../../persona/prompt/products.ts'
import type { Recalled } from '../stages.ts'

export interface Card {
  readonly text: string
  readonly buttons?: readonly Button[]
  readonly media?: Media
}

export function cardOf(product: Product, turn: Recalled): Card {
  const { persona, lang, now } = turn
  const texts = productTexts(turn)
  const isPriced = mayTellPrices(persona) && isPriceGood(product, persona, now)
  const variants = (product.variants ?? [])
    .filter(({ isAvailable }) => isAvailable !== false)
    .map(({ name, price }) => (isPriced && price !== undefined ? `${name} (${price})` : name))
  const [about = ''] = textIn(product.about, lang, persona).split(/(?<=[.!?…])\s|(?<=[。！？])/u)
  const beside = persona.brand.products
    .filter(({ id }) => product.goesWith?.includes(id))
    .map(({ name }) => textIn(name, lang, persona))
  const lines = [
    [textIn(product.name, lang, persona), isPriced ? (product.price ?? '') : ''].filter(Boolean).join(' · '),
    about,
    variants.length > 0 ? texts.variants.replace('{list}', variants.join(', ')) : '',
    beside.length > 0 ? texts.goesWith.replace('{list}', beside.join(', ')) : '',
    product.isAvailable === false ? texts.soldOut : '',
  ]
  return {
    text: lines.filter((one) => one !== '').join('\n'),
    ...(product.url ? { buttons: [{ label: texts.look, url: product.url }] } : {}),
    ...(product.image ? { media: pictureOf(product.image, persona.folder) } : {}),
  }
}

export function productTexts({ fanLang, lang }: Pick<Recalled, 'fanLang' | 'lang'>): ProductTexts {
  return packs[fanLang ?? lang]?.products ?? english.products
}

function pictureOf(image: string, folder: string): Media {
  if (/^https:\/\//.test(image)) return { kind: 'photo', url: image }
  return { kind: 'photo', path: path.resolve(folder, 'assets', image.replace(/^assets\//, '')) }
}
