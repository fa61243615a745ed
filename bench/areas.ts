/**
 * Where the time of a turn goes: reads a profile of `npm run bench -- --profile DIR` and prints milliseconds a turn by area.
 * `node bench/areas.ts DIR/burst-0-mascot.cpuprofile 2500`, with the number of messages there were.
 */
import { readFile } from 'node:fs/promises'

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

interface Profile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  /** µs since the sample before. */
  readonly timeDeltas: readonly number[]
}

/** The first that fits the function, or else one that called it. */
const areas: readonly (readonly [string, RegExp])[] = [
  ['SQLite itself', /^(?:execute|prepare) .*src\/store\/sqlite-database/],
  ['store: our code and Kysely', /src\/store\/|node_modules\/kysely/],
  [
    'HTTP out and in',
    /src\/post|node:_http|node:net|node:internal\/(?:stream|url)|^(?:writev|writeUtf8String|onread) /,
  ],
  ['the Telegram adapter', /\/adapters\//],
  ['commitments', /knowledge\/commitments|engine\/(?:un)?ground/],
  ['answers index', /src\/knowledge\//],
  ['personal data', /personal-data/],
  ['voice check', /persona\/voice|engine\/review/],
  ['prompt', /persona\/prompt|model-view|domain\/tokens|compose-with-model/],
  ['triage and questions', /engine\/(?:triage|assess)|persona\/(?:disclosure|asks-for-person|questions)/],
  ["the model's client", /src\/model\//],
  ['engine, the rest', /src\/(?:engine|persona)\//],
  [
    'loops, timers, signals',
    /src\/(?:inbox|outbox|wake|clock|handoff|mascot)|node:internal\/(?:abort|event_target|timers)/,
  ],
  ['garbage collection', /^\(garbage collector\)/],
]

const [file = '', turns = '1'] = process.argv.slice(2)
const profile: Profile = JSON.parse(await readFile(file, 'utf8'))
const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
const nameOf = ({ callFrame: { functionName, url } }: ProfileNode) => `${functionName} ${url}`

function callersOf(id: number): ProfileNode[] {
  const found: ProfileNode[] = []
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    const node = nodes.get(at)
    if (node) found.push(node)
  }
  return found
}

const areaOf = new Map(
  profile.nodes.map(({ id }) => {
    const names = callersOf(id).map(nameOf)
    const area = names.flatMap((name) => areas.find(([, pattern]) => pattern.test(name))?.[0] ?? [])[0]
    return [id, area ?? 'other'] as const
  }),
)
/** From the first settle to the last: neither the start nor the end. */
const isSettling = (id: number) => callersOf(id).some((node) => node.callFrame.url.includes('src/store/settle'))
const settling = new Set(profile.nodes.flatMap(({ id }) => (isSettling(id) ? [id] : [])))
const from = profile.samples.findIndex((id) => settling.has(id))
const to = profile.samples.findLastIndex((id) => settling.has(id))

const spent = new Map<string, number>()
for (let at = Math.max(0, from); at <= to; at++) {
  const id = profile.samples[at] ?? 0
  if (nodes.get(id)?.callFrame.functionName === '(idle)') continue
  const area = areaOf.get(id) ?? 'other'
  spent.set(area, (spent.get(area) ?? 0) + (profile.timeDeltas[at + 1] ?? 0) / 1000 / Number(turns))
}
const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0)
for (const [area, ms] of [...spent].sort((a, b) => b[1] - a[1])) console.log(ms.toFixed(3).padStart(8), area)
console.log(total.toFixed(3).padStart(8), 'ms a turn')
