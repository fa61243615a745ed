/** A shop's answer → what it says: the state, and the facts that its words need. Pure. */
import type { FactPlace, Given, JsonPath, LookedUp, LookUp } from '../../domain/look-up.ts'
import type { Lang } from '../../domain/message.ts'
import { type Format, factText } from './fact-text.ts'

export interface ShopAnswer {
  readonly status: number
  /** Parsed; undefined where it was no JSON. */
  readonly json: unknown
}

/** `timeZone`: in which moments without a zone are read. */
export function readOutcome(lookUp: LookUp, { status, json }: ShopAnswer, timeZone: string): LookedUp {
  if (lookUp.request.unknownOn.includes(status)) return { kind: 'unknown' }
  if (status >= 300 && status < 400) return failed(`redirected (${status})`)
  if (status < 200 || status > 299) return failed(`answered ${status}`)
  if (json === undefined || typeof json !== 'object' || json === null)
    return failed('answered something that is not JSON')
  const state = lookUp.state === undefined ? 'found' : stateIn(lookUp, scalarAt(json, lookUp.state))
  if (state === undefined) return failed(`its answer has no state at ${lookUp.state}`)
  if (state === 'unknown' || state === 'failed')
    return state === 'unknown' ? { kind: 'unknown' } : failed('says that it failed')
  if (!(state in lookUp.says)) return failed(`nothing is written for the state “${shown(state)}”`)
  const facts = factsIn(lookUp, json)
  const wrong = unspeakable(lookUp, state, facts, timeZone)
  if (wrong !== undefined) return failed(wrong)
  const address = lookUp.address === undefined ? undefined : scalarAt(json, lookUp.address)
  return { kind: 'found', state, facts, ...(address === undefined ? {} : { address: address.trim().toLowerCase() }) }
}

function failed(why: string): LookedUp {
  return { kind: 'failed', why }
}

/** What stands in a shop's answer is short and harmless in the log. */
const shown = (text: string): string => text.replaceAll(/[^\p{L}\p{N} _-]/gu, '').slice(0, 30)

/** As it is written in `says`, whatever its capitals and joints are. */
function stateIn({ says }: LookUp, value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const plain = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, '-')
  return [...Object.keys(says), 'unknown', 'failed'].find((state) => plain(state) === plain(value)) ?? value
}

function scalarAt(json: unknown, path: JsonPath): string | undefined {
  let value: unknown = json
  for (const [, key, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    if (index !== undefined) value = Array.isArray(value) ? value[Number(index)] : undefined
    else
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, key ?? '')
          ? Reflect.get(value, key ?? '')
          : undefined
  }
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

function factsIn({ facts }: LookUp, json: unknown): Given {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, place]) => {
      const value = valueAt(place, json)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function valueAt({ at, currency }: FactPlace, json: unknown): string | undefined {
  const value = scalarAt(json, at)
  if (value === undefined || currency === undefined) return value
  const code = scalarAt(json, currency) ?? (/^[A-Z]{3}$/.test(currency) ? currency : undefined)
  return code === undefined ? value : `${value} ${code}`
}

/** Why the words of that state cannot be filled in; whatever the language, for the formats are the same in all. */
function unspeakable({ says, needs }: LookUp, state: string, facts: Given, timeZone: string): string | undefined {
  const wanted = new Set(needs.map(({ id }) => id))
  for (const line of Object.values(says[state] ?? {}).flat())
    for (const [, hole = ''] of line.matchAll(/\{([^}]*)\}/g)) {
      const { name, format } = holeOf(hole)
      if (wanted.has(name)) continue
      const value = facts[name]
      if (value === undefined) return `its answer has no ${name}`
      const text = factText(value, format, 'en', timeZone)
      if ('why' in text) return `${name} ${text.why}`
    }
  return undefined
}

function holeOf(hole: string): { readonly name: string; readonly format: Format } {
  const [name = '', format = 'text'] = hole.split(':')
  return { name, format: format as Format }
}

/** One of the approved lines, filled in. `given` fills the holes of needs. */
export function filledIn(line: string, facts: Given, given: Given, lang: Lang, timeZone: string): string {
  return line.replaceAll(/\{([^}]*)\}/g, (_, hole: string) => {
    const { name, format } = holeOf(hole)
    const value = facts[name]
    if (value === undefined) return given[name] ?? ''
    const text = factText(value, format, lang, timeZone)
    return 'text' in text ? text.text : ''
  })
}
