/** The list of texts to choose from, over the box. */
import type { Offer } from './use-offers.ts'

interface OffersProps {
  readonly offers: readonly Offer[]
  readonly chosen: number
  readonly listId: string
  readonly onChoose: (text: string) => void
}

export function Offers({ offers, chosen, listId, onChoose }: OffersProps) {
  if (offers.length === 0) return null
  const isCanned = offers[0]?.kind === 'canned'
  return (
    <div class="offers">
      <p class="quiet" aria-hidden="true">
        {isCanned ? 'Canned responses' : 'Approved answers that fit'}
      </p>
      {/* The focus stays in the box, which names the chosen one. */}
      <div role="listbox" id={listId} aria-label={isCanned ? 'Canned responses' : 'Approved answers that fit'}>
        {offers.map(({ id, title, text }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys are heard by the box
          <div
            key={id}
            role="option"
            id={`${listId}-${index}`}
            aria-selected={index === chosen}
            class="offer"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(text)}
          >
            <strong>{title}</strong>
            <span>{text}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
