/** What a new answer is called, by how it is asked for. Pure. */

/** `Can I gift a subscription?` → `can-i-gift-a-subscription`, kept apart from ids there are. */
export function idFrom(ask: string, taken: ReadonlySet<string>): string {
  const words = ask
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  const base = (words ?? ['answer']).slice(0, 6).join('-').slice(0, 48) || 'answer'
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  return id
}
