/** What the shop knows beside a case, as the page is given it. Pure. */
import type { BesideCase } from '#mascot'
import type { ShopBeside } from '../wire.ts'

const inVain: ReadonlySet<string> = new Set(['unknown', 'failed', 'limited'])

export function besideOf({ looked, products, ...beside }: BesideCase): ShopBeside {
  return {
    ...beside,
    looked: looked.map(({ given, ...one }) => ({
      ...one,
      given: Object.values(given),
      isInVain: inVain.has(one.state),
    })),
    products: products.map(({ hasPicture, ...one }) => ({
      ...one,
      ...(hasPicture ? { picture: `/products/${encodeURIComponent(one.id)}/picture` } : {}),
    })),
  }
}
