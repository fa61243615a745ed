/** The shop beside a case, for a page: what staff may ask of it, what it answered, and the products that the fan speaks of. */
import path from 'node:path'
import type { StaffMember } from '../../domain/case.ts'
import type { CaseId } from '../../domain/ids.ts'
import { holdsStill } from '../../domain/look-up.ts'
import { findProducts } from '../../knowledge/products/find-products.ts'
import { prepareProducts } from '../../knowledge/products/index-products.ts'
import { textIn } from '../../persona/lines/localise.ts'
import type { Persona, Product } from '../../persona/persona.ts'
import { isPriceGood } from '../../persona/prompt/products.ts'
import type { CaseReader } from '../../ports/case-reader.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Acted, Desk } from '../../ports/desk.ts'
import type { Links } from '../../ports/links.ts'
import type { AskableLookUp, ProductShown, ShopDesk } from '../../ports/shop-desk.ts'
import { readShaped } from '../../words/shapes.ts'
import type { Looked, LookUpDesk } from './look-up-desk.ts'

const MOST_PRODUCTS = 3

export interface ShopDeskDeps {
  readonly desk: Pick<Desk, 'act'>
  readonly cases: Pick<CaseReader, 'get' | 'conversation'>
  readonly lookUps: LookUpDesk
  readonly links: Pick<Links, 'joinedTo'>
  readonly persona: () => Persona
  /** The bytes of a picture on another site. */
  readonly picture: (url: string) => Promise<Uint8Array | undefined>
  readonly clock: Clock
}

export function createShopDesk({ desk, cases, lookUps, links, persona, picture, clock }: ShopDeskDeps): ShopDesk {
  /** As its next turn would find it. */
  async function verifiedUntil(id: CaseId): Promise<number | undefined> {
    const one = await cases.get(id)
    const verified = one && (await cases.conversation(one.threadId))?.conversation.state.verified
    if (!one?.accountId || !verified) return undefined
    const joined = (await links.joinedTo(one.accountId)).map(({ accountId }) => accountId)
    const now = { accountId: one.accountId, name: one.fanName, joined, at: clock.now() }
    return holdsStill(verified, now) ? verified.until : undefined
  }

  return {
    async beside(id, said) {
      const [looked, until] = await Promise.all([lookUps.found(id), verifiedUntil(id), prepareProducts(persona())])
      return {
        lookUps: askable(said, persona()),
        looked,
        products: productsIn(said, persona(), clock.now()),
        ...(until === undefined ? {} : { verifiedUntil: until }),
      }
    },
    async look(id, staff, lookUp, given) {
      const looked = await lookUps.ask(lookUp, given, staff, id, new AbortController().signal)
      return looked.isAnswer ? await noted(id, staff, looked) : { isDone: false, says: looked.says }
    },
    async press(id, staff, action) {
      if (!action.startsWith(`${id}.`)) return { isDone: false, says: '⛔ That was found about another case.' }
      const { says, isDone, toFan } = await lookUps.act(action, staff, new AbortController().signal)
      if (!toFan) return { isDone, says }
      const said = await desk.act(toFan.caseId, staff, { kind: 'reply', text: toFan.text, asBrand: true })
      await desk.act(id, staff, { kind: 'note', text: says })
      return { isDone: said.isDone, says: said.isDone ? says : `${says}\n${said.says}` }
    },
    async picture(named) {
      const { brand, catalogue, folder } = persona()
      const one = [...brand.products, ...catalogue].find(({ id }) => id === named)
      if (one?.image === undefined) return undefined
      if (/^https:\/\//.test(one.image)) return await picture(one.image)
      return { path: path.resolve(folder, 'assets', one.image.replace(/^assets\//, '')) }
    },
  }

  /** What was asked in vain is noted as well: nobody need ask it again. */
  async function noted(id: CaseId, staff: StaffMember, { says }: Looked): Promise<Acted> {
    const { isDone, says: refused } = await desk.act(id, staff, { kind: 'note', text: says })
    return { isDone, says: isDone ? says : refused }
  }
}

/** The newest words that tell a need tell it. */
function askable(said: readonly string[], { lookUps }: Persona): readonly AskableLookUp[] {
  return lookUps.map(({ id, about, needs }) => ({
    ...{ id, about },
    needs: needs.map((need) => {
      const told =
        need.shape === 'text'
          ? undefined
          : said
              .toReversed()
              .map((text) => readShaped(need.shape, text))
              .find((value) => value !== undefined)
      return { id: need.id, shape: need.shape, ...(told === undefined ? {} : { told }) }
    }),
  }))
}

/** Of the newest words that speak of any. */
function productsIn(said: readonly string[], persona: Persona, now: number): readonly ProductShown[] {
  const [home] = persona.languages
  for (const text of said.toReversed()) {
    const found = findProducts(text, home, persona, now)
    const named = found[0]?.by === 'name' ? found.slice(0, 1) : found
    if (named.length > 0) return named.slice(0, MOST_PRODUCTS).map(({ product }) => shownOf(product, persona, now))
  }
  return []
}

function shownOf(product: Product, persona: Persona, now: number): ProductShown {
  const { id, name, about, url, price, image, isAvailable } = product
  const [home] = persona.languages
  const words = textIn(about, home, persona)
  return {
    ...{ id, name: textIn(name, home, persona) },
    ...(words === '' ? {} : { about: words }),
    ...(price !== undefined && isPriceGood(product, persona, now) ? { price } : {}),
    ...(url === undefined ? {} : { url }),
    ...(image === undefined ? {} : { hasPicture: true }),
    ...(isAvailable === false ? { isSoldOut: true } : {}),
  }
}
