/** The talk as this browser knows it: what the server keeps, what was said since, and what is still on its way. */
import type { Hello, Line } from '../../wire.ts'
import * as server from './server.ts'
import { createStore } from './store.ts'

/** Of ours, not yet with the server, or refused there for `problem`. */
export interface Waiting {
  readonly line: Line
  readonly state: 'sending' | 'failed'
  readonly problem?: 'tooLarge' | 'wait' | 'notSent'
  readonly send: () => Promise<unknown>
}

export interface Talk {
  readonly hello?: Hello
  readonly lines: readonly Line[]
  readonly waiting: readonly Waiting[]
  readonly isTyping: boolean
  readonly isLost: boolean
  readonly isProving: boolean
}

export const talk = createStore<Talk>({ lines: [], waiting: [], isTyping: false, isLost: false, isProving: false })
const change = (part: Partial<Talk>) => talk.set({ ...talk.get(), ...part })

const TYPING_MS = 6_000
const LONGEST_WAIT_MS = 30_000
const FIRST_WAIT_MS = 1_000
let typingEnds: ReturnType<typeof setTimeout> | undefined
let isListening = false

export async function open(): Promise<void> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    try {
      const hello = await server.hello()
      document.documentElement.lang = hello.lang
      document.documentElement.dir = hello.dir
      document.title = hello.words.title
      document.documentElement.style.setProperty('--persona', hello.persona.colour)
      change({ hello, lines: hello.lines, isLost: false })
      break
    } catch {
      change({ isLost: true })
      await pause(wait)
    }
  }
  if (server.isVisitor()) void listen()
  await begin()
}

/** A link led here with something to say at once: a campaign, or a case that goes on in private. */
async function begin(): Promise<void> {
  const payload = new URLSearchParams(location.search).get('start')
  if (payload === null || !/^[\w-]{1,64}$/.test(payload)) return
  history.replaceState(null, '', location.pathname)
  await say(`/start ${payload}`)
}

export async function say(text: string): Promise<void> {
  const words = text.trim()
  if (words === '') return
  const id = newId()
  await deliver({ id, at: Date.now(), from: 'fan', text: words }, () => server.say(id, words))
}

export async function press(line: Line, nth: number): Promise<void> {
  const label = line.buttons?.[nth]?.label ?? ''
  const id = newId()
  await deliver({ id, at: Date.now(), from: 'fan', text: label }, () => server.press(id, line.id, nth, label))
}

export async function sendFile(file: File): Promise<void> {
  const id = newId()
  const shown = { kind: 'document', name: file.name, isPicture: false }
  const line: Line = { id, at: Date.now(), from: 'fan', text: '', files: [shown] }
  const most = talk.get().hello?.most.bytes ?? 0
  if (file.size > most) {
    change({ waiting: [...talk.get().waiting, { line, state: 'failed', problem: 'tooLarge', send: async () => {} }] })
    return
  }
  await deliver(line, () => server.sendFile(id, file))
}

/** The same id again is the same message: what arrived although no answer did is not said twice. */
async function deliver(line: Line, send: () => Promise<unknown>): Promise<void> {
  change({ waiting: [...talk.get().waiting, { line, state: 'sending', send }] })
  await attempt(line.id)
}

export async function attempt(id: string): Promise<void> {
  const found = talk.get().waiting.find(({ line }) => line.id === id)
  if (!found) return
  const become = (part: Partial<Waiting>) =>
    change({ waiting: talk.get().waiting.map((one) => (one.line.id === id ? { ...one, ...part } : one)) })
  become({ state: 'sending' })
  try {
    await server.becomeVisitor(() => change({ isProving: true }))
    change({ isProving: false })
    await found.send()
    change({ waiting: talk.get().waiting.filter(({ line }) => line.id !== id) })
    merge([found.line])
    if (!isListening) void listen()
    else void readAgain()
  } catch (error) {
    change({ isProving: false })
    const code = error instanceof server.Problem ? error.refused.error : 'busy'
    const problem = code === 'too-large' ? 'tooLarge' : code === 'too-many' ? 'wait' : 'notSent'
    become({ state: 'failed', problem })
  }
}

export function forget(id: string): void {
  change({ waiting: talk.get().waiting.filter(({ line }) => line.id !== id) })
}

async function listen(): Promise<void> {
  if (isListening) return
  isListening = true
  for (let wait = FIRST_WAIT_MS; server.isVisitor(); wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    try {
      await server.listen((event, data) => {
        wait = FIRST_WAIT_MS
        hear(event, data)
      }, new AbortController().signal)
    } catch {
      change({ isLost: true })
    }
    await pause(wait)
  }
  isListening = false
}

function hear(event: string, data: unknown): void {
  if (event === 'open') {
    change({ isLost: false })
    void readAgain()
  }
  if (event === 'changed') void readAgain()
  if (event === 'line') {
    setTyping(false)
    merge([data as Line])
  }
  if (event === 'typing') setTyping(true)
}

function setTyping(isTyping: boolean): void {
  clearTimeout(typingEnds)
  if (isTyping) typingEnds = setTimeout(() => setTyping(false), TYPING_MS)
  if (talk.get().isTyping !== isTyping) change({ isTyping })
}

async function readAgain(): Promise<void> {
  const lines = await server.lines().catch(() => undefined)
  if (!lines) return
  const kept = new Set(lines.map(({ id }) => id))
  // What the server tells is how it is; what it had not written down yet when it was asked stays below.
  const last = lines.at(-1)?.row ?? 0
  change({
    lines: [...lines, ...talk.get().lines.filter(({ id, row }) => !kept.has(id) && (row === undefined || row > last))],
  })
}

function merge(fresh: readonly Line[]): void {
  const known = talk.get().lines
  const ids = new Set(fresh.map(({ id }) => id))
  const isNew = fresh.filter(({ id }) => !known.some((one) => one.id === id))
  change({
    lines: [
      ...known.map((one) => (ids.has(one.id) ? { ...one, ...fresh.find(({ id }) => id === one.id) } : one)),
      ...isNew,
    ],
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const newId = () => `w${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`.slice(0, 40)
