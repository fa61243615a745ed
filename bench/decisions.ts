/**
 * What the program decides and says, as a table that two versions can be held against each other with:
 *
 *   node bench/decisions.ts inputs FILE [--texts JSONL …] [--drafts JSONL …]   every message there is to ask
 *   node bench/decisions.ts record INPUTS OUT [--repo DIR]                      what the program in DIR decides on each
 *   node bench/decisions.ts compare BEFORE AFTER                                each difference, by kind
 *
 * Messages come from the brands' phrasings and scenes and from the strings of the tests; `--texts` adds lines `{text}` or
 * `{says}`, `--drafts` lines `{fan, draft}`, which are asked with a model that answers with just that draft.
 */
import { spawn } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))
const brands = globSync('personas/*/persona.yaml', { cwd: root }).map((file) => path.dirname(file))

const inputSchema = z.object({
  persona: z.string(),
  text: z.string(),
  direct: z.boolean(),
  mention: z.boolean(),
  draft: z.string().optional(),
})
type Input = z.output<typeof inputSchema>
const decidedSchema = inputSchema.extend({ decided: z.record(z.string(), z.unknown()) })
const answersSchema = z.object({ answers: z.array(z.object({ asks: z.array(z.string()).default([]) })) })
const scenesSchema = z.object({
  scenes: z.array(z.object({ turns: z.array(z.object({ says: z.union([z.string(), z.array(z.string())]) })) })),
})
const textSchema = z.object({ text: z.string().optional(), says: z.string().optional(), fan: z.string().optional() })
const draftSchema = z.object({ fan: z.string(), draft: z.string().optional(), persona: z.string().optional() })

function linesOf<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => schema.parse(JSON.parse(line)))
}

function phrasingsOf(brand: string): string[] {
  const answers = answersSchema.parse(parse(readFileSync(path.join(root, brand, 'answers.yaml'), 'utf8')))
  const scenes = scenesSchema.parse(parse(readFileSync(path.join(root, brand, 'scenes.yaml'), 'utf8')))
  return [
    ...answers.answers.flatMap(({ asks }) => asks),
    ...scenes.scenes.flatMap(({ turns }) => turns.flatMap(({ says }) => says)),
  ]
}

/** Strings of the tests that could be messages: with a space, or in a script without spaces. */
function saidInTests(): string[] {
  const strings = globSync('test/**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/'((?:[^'\\\n]|\\')+)'|"((?:[^"\\\n]|\\")+)"/g)].map(
      ([, single, double]) => (single ?? double ?? '').replaceAll("\\'", "'").replaceAll('\\"', '"'),
    ),
  )
  return strings.filter((text) => / |[^\u0020-\u024f]{2}/.test(text) && !text.includes('\\') && text.length < 600)
}

function inputs(texts: readonly string[], drafts: readonly string[]): Input[] {
  const more = texts.flatMap((file) =>
    linesOf(file, textSchema).map(({ text, says, fan }) => text ?? says ?? fan ?? ''),
  )
  const anywhere = [...new Set([...saidInTests(), ...more])].filter(Boolean)
  const asked = brands.flatMap((persona) => {
    const own = phrasingsOf(persona)
    const direct = [...new Set([...own, ...anywhere])].map((text) => ({ persona, text, direct: true, mention: true }))
    const inGroup = [...new Set([...own, ...more])].flatMap((text) => [
      { persona, text, direct: false, mention: false },
      { persona, text, direct: false, mention: true },
    ])
    return [...direct, ...inGroup]
  })
  const drafted = drafts
    .flatMap((file) => linesOf(file, draftSchema))
    .flatMap(({ fan, draft, persona = 'coffee' }) =>
      draft === undefined ? [] : [{ persona: `personas/${persona}`, text: fan, direct: true, mention: true, draft }],
    )
  return [...asked, ...drafted.filter(({ persona }) => brands.includes(persona))]
}

/** A model that says the draft whatever it is asked. `next` sets it. */
async function openModel() {
  let draft = ''
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const said = JSON.stringify({ action: { kind: 'reply' }, bubbles: [draft] })
      const choices = [{ index: 0, message: { role: 'assistant', content: said }, finish_reason: 'stop' }]
      const completion = { id: 'c', object: 'chat.completion', created: 0, model: 'drafts', choices }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(completion))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { base: `http://127.0.0.1:${port}/v1`, next: (text: string) => (draft = text), close: () => server.close() }
}

/** Asks one message after the other: the next goes out when the one before has its decision. */
async function ask(
  repo: string,
  persona: string,
  list: readonly Input[],
  base?: string,
  before?: (one: Input) => void,
) {
  const env = {
    ...process.env,
    OPENAI_API_KEY: base ? 'none' : '',
    OPENAI_BASE_URL: base ?? '',
    OPENAI_MODEL: 'drafts',
  }
  const mascot = path.join(repo, 'bin', 'mascot.js')
  const child = spawn(process.execPath, [mascot, 'ask', '--json', '--persona', path.join(repo, persona)], {
    env,
    cwd: repo,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const decided: z.output<typeof decidedSchema>[] = []
  let rest = ''
  let at = 0
  const send = (): void => {
    const one = list[at]
    if (one === undefined) return void child.stdin.end()
    before?.(one)
    const { text, direct, mention } = one
    child.stdin.write(`${JSON.stringify({ id: String(at), text, direct, mention })}\n`)
  }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const one = list[at]
      if (one) decided.push({ ...one, decided: z.record(z.string(), z.unknown()).parse(JSON.parse(line)) })
      at += 1
      send()
    }
  })
  send()
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  if (code !== 0 || decided.length !== list.length)
    throw new Error(
      `${persona}: ask ended with ${code} after ${decided.length} of ${list.length}: ${list[decided.length]?.text}`,
    )
  return decided
}

async function record(file: string, out: string, repo: string): Promise<void> {
  const all = linesOf(file, inputSchema)
  const model = await openModel()
  const decided: z.output<typeof decidedSchema>[] = []
  for (const persona of brands) {
    const own = all.filter((one) => one.persona === persona)
    decided.push(
      ...(await ask(
        repo,
        persona,
        own.filter(({ draft }) => draft === undefined),
      )),
    )
    const drafted = own.filter(({ draft }) => draft !== undefined)
    decided.push(...(await ask(repo, persona, drafted, model.base, ({ draft }) => model.next(draft ?? ''))))
  }
  model.close()
  writeFileSync(out, `${decided.map((one) => JSON.stringify(one)).join('\n')}\n`)
  console.log(`${decided.length} decisions in ${out}`)
}

const keyOf = ({ persona, text, direct, mention, draft }: Input) =>
  JSON.stringify([persona, text, direct, mention, draft])

/** What a fan or staff would notice; scores move with every phrasing that is learnt from. */
const noticed = ['decision', 'reason', 'answerId', 'handoff', 'text', 'flags']

function compare(before: string, after: string): void {
  const old = new Map(linesOf(before, decidedSchema).map((one) => [keyOf(one), one.decided]))
  const kinds = new Map<string, string[]>()
  let count = 0
  let scored = 0
  for (const one of linesOf(after, decidedSchema)) {
    const was = old.get(keyOf(one))
    if (was === undefined) continue
    count += 1
    const differs = (part: string) => JSON.stringify(was[part]) !== JSON.stringify(one.decided[part])
    const changed = noticed.filter(differs)
    if (changed.length === 0) {
      if (differs('score') || differs('alternatives')) scored += 1
      continue
    }
    const from = `${was['decision']}:${was['reason']}`
    const to = `${one.decided['decision']}:${one.decided['reason']}`
    const kind = from === to ? `${from} ${changed.join('+')}` : `${from} → ${to}`
    const told = from === to && changed.includes('text') ? ` | ${was['text']} → ${one.decided['text']}` : ''
    const place = one.direct ? '' : one.mention ? ' (called)' : ' (group)'
    kinds.set(kind, [...(kinds.get(kind) ?? []), `${one.persona}${place}: ${one.text}${told}`])
  }
  const sorted = [...kinds].sort(([, a], [, b]) => b.length - a.length)
  const differing = sorted.reduce((sum, [, list]) => sum + list.length, 0)
  console.log(`${count} compared: ${differing} decide or say otherwise, ${scored} more only rank or score otherwise`)
  for (const [kind, list] of sorted) {
    console.log(`\n${list.length} × ${kind}`)
    for (const line of list) console.log(`   ${line}`)
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    texts: { type: 'string', multiple: true },
    drafts: { type: 'string', multiple: true },
    repo: { type: 'string' },
  },
})
const [task, first, second] = positionals
if (task === 'inputs' && first) {
  const list = inputs(values.texts ?? [], values.drafts ?? [])
  writeFileSync(first, `${list.map((one) => JSON.stringify(one)).join('\n')}\n`)
  console.log(`${list.length} messages in ${first}`)
} else if (task === 'record' && first && second) await record(first, second, path.resolve(values.repo ?? root))
else if (task === 'compare' && first && second) compare(first, second)
else {
  console.error('usage: decisions inputs FILE | record INPUTS OUT [--repo DIR] | compare BEFORE AFTER')
  process.exitCode = 2
}
