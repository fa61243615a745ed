/** The playground's state on the page: the talk, what is tried, and the file that is open. */
import type { PlayFile, PlayLooked, PlaySaid, PlayState, PlayText } from '../../play/play-wire.ts'
import { call, post } from './api.ts'
import { inTab } from './kept.ts'
import { notify } from './notices.ts'
import { wordsOf } from './session.ts'
import { createStore } from './store.ts'

/** The table of this window: what is turned in one is not saved, nor taken back, by another of the same person. */
function mine(act: string): string {
  table ??= inTab.get('table') ?? Math.random().toString(36).slice(2, 12)
  inTab.set('table', table)
  return `/play/${act}?table=${table}`
}
let table: string | undefined

export const playApi = {
  state: () => call<PlayState>(mine('state')),
  say: (said: PlaySaid) => post<PlayState>(mine('say'), said),
  turn: (path: string, value: string) => post<PlayState>(mine('turn'), { path, value }),
  undo: () => post<PlayState>(mine('undo'), {}),
  keep: () => post<PlayState>(mine('keep'), {}),
  clear: () => post<PlayState>(mine('clear'), {}),
  text: (file: PlayFile) => call<PlayText>(`/play/text/${file}`),
  write: (file: PlayFile, text: string, stamp: string) => post<PlayText>(`/play/text/${file}`, { text, stamp }),
  look: (file: PlayFile, text: string, line: number) => post<PlayLooked>('/play/look', { file, text, line }),
}

export interface Play {
  readonly state?: PlayState
  readonly isBusy: boolean
  readonly problem?: string
  /** The turn whose why is shown; absent: the last. */
  readonly shown?: number
}

export const play = createStore<Play>({ isBusy: false })

/** Where the files are opened: `line` counts from 1. */
export const opened = createStore<{ readonly file: PlayFile; readonly line: number; readonly nth: number }>({
  file: 'persona',
  line: 1,
  nth: 0,
})

export type PlayTab = 'why' | 'dials' | 'files'
export const tab = createStore<PlayTab>('why')

export function openAt(file: PlayFile, line: number): void {
  opened.set({ file, line: Math.max(1, line), nth: opened.get().nth + 1 })
  tab.set('files')
}

/** Asked after work was begun later is out of date. */
let latest = 0

/** Does one thing at the table; true once it is done. */
export async function doPlay(work: () => Promise<PlayState>): Promise<boolean> {
  const mine = ++latest
  play.set({ ...play.get(), isBusy: true })
  try {
    const state = await work()
    if (mine === latest) play.set({ state, isBusy: false })
    return true
  } catch (error) {
    if (mine === latest) play.set({ ...play.get(), isBusy: false })
    notify('refused', wordsOf(error))
    return false
  }
}

/** What others saved, without a word where nothing is new. */
export async function lookAgain(): Promise<void> {
  if (play.get().isBusy || document.hidden) return
  const mine = ++latest
  try {
    const state = await playApi.state()
    if (mine !== latest) return
    const { problem: _, ...now } = play.get()
    if (JSON.stringify(state) !== JSON.stringify(now.state)) play.set({ ...now, state })
  } catch (error) {
    play.set({ ...play.get(), problem: wordsOf(error) })
  }
}

export function showTurn(id: number): void {
  play.set({ ...play.get(), shown: id })
  tab.set('why')
}
