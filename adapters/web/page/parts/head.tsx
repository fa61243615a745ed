/** Whose chat it is, and that a bot answers. */
import type { Hello } from '../../wire.ts'
import { avatar } from '../state/server.ts'

export function Head({ hello: { persona, words } }: { readonly hello: Hello }) {
  return (
    <header class="head">
      {persona.hasAvatar ? (
        <img class="face" src={avatar} alt="" width="40" height="40" />
      ) : (
        <span class="face symbol" aria-hidden="true">
          {persona.symbol}
        </span>
      )}
      <div>
        <h1>
          {persona.name} <span class="tag">{words.bot}</span>
        </h1>
        <p class="quiet">{persona.brand}</p>
      </div>
    </header>
  )
}
