/** Where on the page one is, kept in the address's fragment: it survives a reload and the back button works. */
import { createStore } from './store.ts'

export type Route =
  | { readonly view: 'inbox'; readonly caseId?: string }
  | { readonly view: 'talks' | 'proposals' | 'sessions' | 'audit' | 'play' }

export const route = createStore<Route>({ view: 'inbox' })

export function readRoute(fragment: string): Route {
  const [view, id] = fragment.replace(/^#\/?/, '').split('/')
  if (view === 'case' && id) return { view: 'inbox', caseId: decoded(id) }
  if (view === 'talks' || view === 'proposals' || view === 'sessions' || view === 'audit' || view === 'play')
    return { view }
  return { view: 'inbox' }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function addressOf(to: Route): string {
  if (to.view !== 'inbox') return `#/${to.view}`
  return to.caseId ? `#/case/${encodeURIComponent(to.caseId)}` : '#/'
}

export function go(to: Route): void {
  location.hash = addressOf(to)
}

export function toCase(caseId: string): void {
  go({ view: 'inbox', caseId })
}

/** The secret of a one-time link, taken out of the address bar and the history at once; the link may say where it leads. */
export function takeSecret(): string | undefined {
  const [, secret, to] = /^#in=(.+?)(?:&to=(\w+))?$/.exec(location.hash) ?? []
  if (secret === undefined) return undefined
  history.replaceState(null, '', `${location.pathname}${to === undefined ? '' : `#/${to}`}`)
  if (to !== undefined) route.set(readRoute(to))
  return decoded(secret)
}
