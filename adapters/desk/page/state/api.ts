/** The server's JSON API as functions: every refusal becomes one kind of error whose text a person can read. */
import type {
  ActRequest,
  ActResponse,
  AuditList,
  CaseDetail,
  CaseList,
  Me,
  Problem,
  ProposalList,
  SessionList,
  SignInRequest,
  Suggestions,
  TalkList,
  Uploaded,
} from '../../wire.ts'
import { keepTime } from './server-clock.ts'

const BASE = '/desk/api'

/** `status` as in HTTP; 0: the server was not reached. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, { code, message }: Problem) {
    super(message)
    this.status = status
    this.code = code
  }
}

let csrf = ''
let onSignedOut: () => void = () => undefined

/** Called whenever the server knows this session no more. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener
}

/** Where a file of the API is found by an `img` or a link. */
export function fileUrl(path: string): string {
  return path.startsWith(BASE) ? path : `${BASE}${path.startsWith('/') ? '' : '/'}${path}`
}

/** Under `/desk/api`, for what has a file of its own. */
export async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response
  try {
    response = await fetch(`${BASE}${path}`, { credentials: 'same-origin', cache: 'no-store', ...init })
  } catch {
    throw new Refused(0, { code: 'unreachable', message: 'The desk cannot be reached just now.' })
  }
  if (response.ok) return await response.json()
  const problem = await problemIn(response)
  if (response.status === 401 && path !== '/sign-in') onSignedOut()
  throw new Refused(response.status, problem)
}

async function problemIn(response: Response): Promise<Problem> {
  try {
    const body: { readonly error?: Problem } = await response.json()
    if (body.error?.message) return body.error
  } catch {
    // A proxy's page, not the desk's words.
  }
  return { code: 'failed', message: `The desk could not do that (${response.status}). Try again in a moment.` }
}

export async function post<T>(path: string, body: unknown, more: RequestInit = {}): Promise<T> {
  const headers = { 'content-type': 'application/json', 'x-mascot-csrf': csrf }
  return await call<T>(path, { method: 'POST', headers, body: JSON.stringify(body), ...more })
}

async function withMe(asked: Promise<Me>): Promise<Me> {
  const me = await asked
  csrf = me.csrf
  keepTime(me.now)
  return me
}

const of = (id: string) => `/cases/${encodeURIComponent(id)}`

export const api = {
  signIn: (secret: string) => withMe(post<Me>('/sign-in', { secret } satisfies SignInRequest)),
  signOut: () => post<object>('/sign-out', {}),
  me: () => withMe(call<Me>('/me')),
  async cases(query: Readonly<Record<string, string>>): Promise<CaseList> {
    const list = await call<CaseList>(`/cases?${new URLSearchParams(query)}`)
    keepTime(list.now)
    return list
  },
  async read(id: string): Promise<CaseDetail> {
    const detail = await call<CaseDetail>(of(id))
    keepTime(detail.now)
    return detail
  },
  act: (id: string, request: ActRequest) => post<ActResponse>(`${of(id)}/act`, request),
  async upload(id: string, file: File): Promise<Uploaded> {
    const body = new FormData()
    body.append('file', file)
    return await call<Uploaded>(`${of(id)}/files`, { method: 'POST', headers: { 'x-mascot-csrf': csrf }, body })
  },
  /** Also while the page is being left. */
  keepDraft: (id: string, text: string) => post<object>(`${of(id)}/draft`, { text }, { keepalive: true }),
  looking: (id: string) => post<object>(`${of(id)}/looking`, {}),
  answers: (id: string, words: string) => call<Suggestions>(`${of(id)}/answers?${new URLSearchParams({ words })}`),
  /** `named`: of fans whose name holds it; empty: all. */
  talks: (named: string, after?: string) =>
    call<TalkList>(`/talks?${new URLSearchParams({ ...(named && { named }), ...(after !== undefined && { after }) })}`),
  stepIn: (threadId: string) => post<ActResponse>('/talks/step-in', { threadId }),
  proposals: () => call<ProposalList>('/proposals'),
  /** `words`: the answer in the home language, where it lacks that. `sure`: what was asked back about. */
  decide: (id: string, isApproved: boolean, words?: string, sure?: string) =>
    post<ActResponse>(`/proposals/${encodeURIComponent(id)}`, {
      isApproved,
      ...(words === undefined ? {} : { words }),
      ...(sure === undefined ? {} : { sure }),
    }),
  setDuty: (isOn: boolean) => post<ActResponse>('/duty', { isOn }),
  sessions: () => call<SessionList>('/sessions'),
  endSession: (id: string) => post<object>(`/sessions/${encodeURIComponent(id)}/end`, {}),
  audit: () => call<AuditList>('/audit'),
}
