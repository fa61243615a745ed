/** What only the shop knows, beside the talk: what it answered, what may be done about it, and the products that are spoken of. */
import type { CaseDetail, Looked, ProductShown } from '../../../wire.ts'
import { whenWords } from '../../show/times.ts'
import { fileUrl } from '../../state/api.ts'
import { act } from '../../state/open-case.ts'
import { useServerNow } from '../../state/server-clock.ts'
import { acts as all } from './acts.ts'
import { keepFocus } from './focus.ts'
import type { Acts } from './use-acts.ts'

export function ShopBeside({ detail, acts }: { readonly detail: CaseDetail; readonly acts: Acts }) {
  const { lookUps, looked, products } = detail.shop
  const asks = all.find(({ id }) => id === 'look')
  if (lookUps.length === 0 && products.length === 0) return null
  return (
    <section class="card-part from-shop">
      <h4>From the shop</h4>
      {looked.map((one) => (
        <LookedCard key={`${one.about} ${one.given.join(' ')}`} looked={one} />
      ))}
      {lookUps.length > 0 && asks ? (
        <button type="button" class="ask-shop" aria-keyshortcuts={asks.key} onClick={() => acts.run(asks)}>
          {looked.length > 0 ? 'Ask the shop again…' : 'Ask the shop…'}
        </button>
      ) : null}
      {products.map((product) => (
        <ProductCard key={product.id} product={product} />
      ))}
    </section>
  )
}

function LookedCard({ looked }: { readonly looked: Looked }) {
  const now = useServerNow(10_000)
  const { about, given, state, isInVain, says, at, by, actions } = looked
  const press = (action: string) => void act({ kind: 'press', action }).then(keepFocus)
  return (
    <article class={isInVain ? 'shop-card in-vain' : 'shop-card'} aria-label={`${about}: ${state}`}>
      <header>
        <h5>{about}</h5>
        <span class="shop-state">{state}</span>
      </header>
      <p dir="auto">{says}</p>
      <p class="quiet">
        {given.join(' · ')}
        <br />
        {by}, {whenWords(at, now)}
      </p>
      {actions.map(({ id, label, doneBy }) =>
        doneBy === undefined ? (
          <button key={id} type="button" onClick={() => press(id)}>
            {label}
          </button>
        ) : (
          <p key={id} class="quiet">
            {label}: done by {doneBy}
          </p>
        ),
      )}
    </article>
  )
}

function ProductCard({ product }: { readonly product: ProductShown }) {
  const { name, price, about, url, picture, isSoldOut } = product
  return (
    <article class="shop-card product" aria-label={name}>
      {picture ? <img src={fileUrl(picture)} alt="" loading="lazy" /> : null}
      <header>
        <h5 dir="auto">{name}</h5>
        {price ? <span>{price}</span> : null}
      </header>
      {about ? <p dir="auto">{about}</p> : null}
      {isSoldOut ? <p class="shop-state">Sold out</p> : null}
      {url && /^https?:/.test(url) ? (
        <a href={url} target="_blank" rel="noreferrer noopener">
          Its page
        </a>
      ) : null}
    </article>
  )
}
