/** The case that is open on the page, and what is done to it. */
import type { ActRequest, ActResponse, CaseDetail, Looking } from '../../wire.ts'
import { plainWords } from '../show/plain-words.ts'
import { api, Refused } from './api.ts'
import { readChanged } from './inbox.ts'
import { type Notice, notify, speak } from './notices.ts'
import { wordsOf } from './session.ts'
import { createStore } from './store.ts'

export interface OpenCase {
  readonly id: string | undefined
  readonly detail?: CaseDetail
  readonly problem?: string
  readonly isGone?: boolean
}

export const openCase = createStore<OpenCase>({ id: undefined })

let asked = 0

export function openCaseOf(id: string | undefined): void {
  if (openCase.get().id === id) return
  openCase.set({ id })
  if (id !== undefined) void readCase()
}

export async function readCase(): Promise<void> {
  const { id, detail: before } = openCase.get()
  if (id === undefined) return
  const mine = ++asked
  try {
    const detail = await api.read(id)
    if (mine !== asked || openCase.get().id !== id) return
    openCase.set({ id, detail })
    if (before) announce(before, detail)
  } catch (error) {
    if (mine !== asked || openCase.get().id !== id) return
    const isGone = error instanceof Refused && error.status === 404
    openCase.set({ ...openCase.get(), problem: wordsOf(error), isGone })
  }
}

/** New words of the fan's, and what became of ours, for who cannot see them come. */
function announce(before: CaseDetail, after: CaseDetail): void {
  const known = new Map(before.lines.map((line) => [line.row, line]))
  const news = after.lines.flatMap((line) => {
    const old = known.get(line.row)
    if (line.speaker === 'fan' && old === undefined) return [`${line.name}: ${line.text || 'sent a file'}`]
    if (line.delivery === 'dead' && old?.delivery !== 'dead') return [`Not delivered: ${line.reason ?? line.text}`]
    return []
  })
  if (news.length > 0) speak(news.join('. '))
}

export function setLooking({ caseId, names }: Looking): void {
  const { id, detail } = openCase.get()
  if (id === caseId && detail) openCase.set({ id, detail: { ...detail, looking: names } })
}

/**
 * One act on the open case. What it says is shown as a notice, unless `isQuiet`: then the caller shows a refusal where
 * one looks. Never throws.
 */
export async function act(
  request: ActRequest,
  options: { readonly isQuiet?: boolean; readonly link?: Notice['link'] } = {},
): Promise<ActResponse> {
  const { id } = openCase.get()
  if (id === undefined) return { isDone: false, says: '' }
  const acted = await attempt(id, request)
  // A draft is shown where it is used.
  if (acted.draft !== undefined) speak(`Draft: ${acted.draft}`)
  else if (acted.isDone || !options.isQuiet) notify(acted.isDone ? 'done' : 'refused', acted.says, options.link)
  await Promise.all([readCase(), readChanged([id])])
  return acted
}

async function attempt(id: string, request: ActRequest): Promise<ActResponse> {
  try {
    const acted = await api.act(id, request)
    return { ...acted, says: plainWords(acted.says) }
  } catch (error) {
    return { isDone: false, says: plainWords(wordsOf(error)) }
  }
}
