/** What the `openai` package costs a turn: one request over our connections, over our connections by the package, and by the package alone. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { OpenAI } from 'openai'
import { chatBody } from '../src/model/chat-body.ts'
import { createOpenAiPost } from '../src/model/openai-post.ts'
import { createPost } from '../src/model/post.ts'
import { loadPersona } from '../src/persona/load/load.ts'
import { compilePrompt } from '../src/persona/prompt/prompt.ts'

const rounds = 7
const requests = 600
const parallel = 8

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const server = fork(path('./model-server.ts'), ['0'])
const [{ root: baseUrl }] = await once(server, 'message')
const { prefix } = compilePrompt(await loadPersona(path('../personas/coffee')))
const prompt = { prefix, turn: 'Is it #Bo, or #Ka, who asks?' }
const body = chatBody('load', prompt, { tools: true, images: true, onePiece: true, chat: true }, true)

const post = createPost(baseUrl, { headers: { authorization: 'Bearer key' } })
const byPackage = createOpenAiPost({ baseUrl, apiKey: 'key' })
const alone = new OpenAI({ baseURL: baseUrl, apiKey: 'key', maxRetries: 0, logLevel: 'off' })
const params = JSON.parse(body)
const contestants: Readonly<Record<string, () => Promise<unknown>>> = {
  'our post': () => post('/chat/completions', body),
  'openai, our connections': () => byPackage('/chat/completions', body),
  'openai, its own fetch': () => alone.chat.completions.create(params),
}

async function run(ask: () => Promise<unknown>) {
  const waits: number[] = []
  const before = process.cpuUsage()
  let left = requests
  const worker = async () => {
    while (left-- > 0) {
      const startedAt = performance.now()
      await ask()
      waits.push(performance.now() - startedAt)
    }
  }
  await Promise.all(Array.from({ length: parallel }, worker))
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1000 / requests, waitMs: middle(waits) }
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const measured = new Map(Object.keys(contestants).map((name) => [name, { cpu: [] as number[], wait: [] as number[] }]))
for (let round = 0; round <= rounds; round++) {
  for (const [name, ask] of Object.entries(contestants)) {
    const { cpuMs, waitMs } = await run(ask)
    // The first round warms up.
    if (round === 0) continue
    measured.get(name)?.cpu.push(cpuMs)
    measured.get(name)?.wait.push(waitMs)
  }
}
process.stdout.write(`| one request, ${parallel} at a time | cpu ms | p50 ms |\n| --- | ---: | ---: |\n`)
for (const [name, { cpu, wait }] of measured)
  process.stdout.write(`| ${name} | ${middle(cpu).toFixed(2)} | ${middle(wait).toFixed(1)} |\n`)
server.kill()
process.exit(0)
