/** DISCORD_SHARDS: all shards of a bot, or those of them that one process holds. */

/** `4`, `0,1/4` or `0-2,5/8`; undefined for anything else. */
export function shardsOf(
  text: string,
): number | { readonly ids: readonly number[]; readonly count: number } | undefined {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  const [, some = '', all = ''] = /^([\d,\s-]+)\/\s*([1-9]\d{0,3})$/.exec(text) ?? []
  const ids = some.split(',').flatMap((part) => {
    const [, first, last = first] = /^\s*(\d{1,4})(?:-(\d{1,4}))?\s*$/.exec(part) ?? []
    const length = Number(last) - Number(first) + 1
    return length > 0 ? Array.from({ length }, (_, index) => Number(first) + index) : [Number.NaN]
  })
  const count = Number(all)
  if (ids.some((id) => !(id < count)) || new Set(ids).size < ids.length) return undefined
  return { ids: ids.sort((one, other) => one - other), count }
}
