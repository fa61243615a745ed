/**
 * What is being written on the open case: a reply, said as oneself or as the brand, or a note. Words are never lost:
 * they wait on the server, and in this tab until it has them.
 */
import type { CaseDetail, Uploaded } from '../../wire.ts'
import { api } from './api.ts'
import { forGood, inTab } from './kept.ts'
import { act, openCase } from './open-case.ts'
import { wordsOf } from './session.ts'
import { createStore } from './store.ts'

export type Voice = 'self' | 'brand' | 'note'

export interface Attached {
  readonly key: number
  readonly name: string
  readonly uploaded?: Uploaded
  readonly problem?: string
}

export interface Writing {
  readonly caseId: string
  /** As chosen; see `voiceOf`. */
  readonly voice: Voice
  /** Whatever was chosen: another has the case, or it is closed. */
  readonly isNoteOnly: boolean
  readonly reply: string
  readonly note: string
  readonly files: readonly Attached[]
  readonly isSending: boolean
  /** Why the last of it did not go out. */
  readonly problem?: string
}

const SAVE_AFTER_MS = 500
const VOICE = 'voice'

const blank: Writing = {
  caseId: '',
  voice: 'self',
  isNoteOnly: false,
  reply: '',
  note: '',
  files: [],
  isSending: false,
}

export const writing = createStore<Writing>(blank)

const keys = {
  reply: (caseId: string) => `reply.${caseId}`,
  note: (caseId: string) => `note.${caseId}`,
  isNote: (caseId: string) => `is-note.${caseId}`,
}

/** Words that the server has not got yet win over those it has. */
export function beginWriting({ case: { id }, myDraft }: CaseDetail): void {
  if (writing.get().caseId === id) return
  void saveNow()
  const isNote = inTab.get(keys.isNote(id)) === 'yes'
  const usual: Voice = forGood.get(VOICE) === 'brand' ? 'brand' : 'self'
  writing.set({
    ...blank,
    caseId: id,
    voice: isNote ? 'note' : usual,
    reply: inTab.get(keys.reply(id)) ?? myDraft,
    note: inTab.get(keys.note(id)) ?? '',
  })
}

function patch(changed: Partial<Writing>): void {
  writing.set({ ...writing.get(), ...changed })
}

export function voiceOf({ voice, isNoteOnly }: Writing): Voice {
  return isNoteOnly ? 'note' : voice
}

/** A reply begun before stays what it is, for when the case is free. */
export function allowNotesAlone(isNoteOnly: boolean): void {
  if (writing.get().isNoteOnly !== isNoteOnly) patch({ isNoteOnly })
}

export function wordsIn(now: Writing): string {
  return voiceOf(now) === 'note' ? now.note : now.reply
}

/** Reply and note keep a text each, so that a note never becomes a reply by a slip. */
export function speakAs(voice: Voice): void {
  const { caseId } = writing.get()
  if (voice !== 'note') forGood.set(VOICE, voice)
  keep(keys.isNote(caseId), voice === 'note' ? 'yes' : '')
  const { problem: _, ...rest } = writing.get()
  writing.set({ ...rest, voice })
}

export function write(text: string): void {
  const { caseId } = writing.get()
  const voice = voiceOf(writing.get())
  patch(voice === 'note' ? { note: text } : { reply: text })
  keep(keys[voice === 'note' ? 'note' : 'reply'](caseId), text, voice !== 'note')
  if (voice !== 'note') saveSoon()
}

/** Into the reply, whatever was shown. */
export function writeReply(text: string): void {
  if (writing.get().voice === 'note') speakAs(forGood.get(VOICE) === 'brand' ? 'brand' : 'self')
  write(text)
}

function keep(key: string, text: string, isKeptEmpty = false): void {
  inTab.set(key, text === '' && !isKeptEmpty ? undefined : text)
}

let saving: ReturnType<typeof setTimeout> | undefined

function saveSoon(): void {
  clearTimeout(saving)
  saving = setTimeout(() => void saveNow(), SAVE_AFTER_MS)
}

/** What the server did not take stays in this tab, for the next try. */
async function saveNow(): Promise<void> {
  clearTimeout(saving)
  const { caseId, reply } = writing.get()
  const unsaved = caseId === '' ? undefined : inTab.get(keys.reply(caseId))
  if (unsaved === undefined || unsaved !== reply) return
  try {
    await api.keepDraft(caseId, reply)
    if (inTab.get(keys.reply(caseId)) === reply) inTab.set(keys.reply(caseId), undefined)
  } catch {
    // Kept here.
  }
}

export function saveBeforeLeaving(): void {
  void saveNow()
}

let count = 0

export function attach(files: Iterable<File>): void {
  for (const file of files) void upload(file)
}

async function upload(file: File): Promise<void> {
  const { caseId } = writing.get()
  const key = ++count
  const name = file.name || 'picture'
  patch({ files: [...writing.get().files, { key, name }] })
  const set = (changed: Partial<Attached>) => {
    const { files } = writing.get()
    patch({ files: files.map((one) => (one.key === key ? { ...one, ...changed } : one)) })
  }
  try {
    set({ uploaded: await api.upload(caseId, file) })
  } catch (error) {
    set({ problem: wordsOf(error) })
  }
}

export function detach(key: number): void {
  patch({ files: writing.get().files.filter((file) => file.key !== key) })
}

export function maySend(now: Writing): boolean {
  const isReady = now.files.every(({ uploaded }) => uploaded !== undefined)
  if (now.isSending) return false
  if (voiceOf(now) === 'note') return now.note.trim() !== ''
  return isReady && (now.reply.trim() !== '' || now.files.length > 0)
}

/** True when it went out. What did not stays in the box, with the reason beside it. */
export async function send(): Promise<boolean> {
  const now = writing.get()
  if (!maySend(now) || openCase.get().id !== now.caseId) return false
  const { problem: _, ...rest } = now
  writing.set({ ...rest, isSending: true })
  const acted = await act(requestOf(now), { isQuiet: true })
  const isStillHere = writing.get().caseId === now.caseId
  if (acted.isDone) forget(now)
  if (isStillHere) patch({ isSending: false, ...(acted.isDone ? emptied(now) : { problem: acted.says }) })
  return acted.isDone
}

function requestOf(now: Writing) {
  const { reply, note, files } = now
  const voice = voiceOf(now)
  if (voice === 'note') return { kind: 'note', text: note } as const
  const ids = files.flatMap(({ uploaded }) => uploaded?.id ?? [])
  return {
    ...({ kind: 'reply', text: reply } as const),
    ...(voice === 'brand' ? { asBrand: true } : {}),
    ...(ids.length > 0 ? { files: ids } : {}),
  }
}

function emptied(now: Writing): Partial<Writing> {
  return voiceOf(now) === 'note' ? { note: '' } : { reply: '', files: [] }
}

function forget(now: Writing): void {
  const { caseId } = now
  const voice = voiceOf(now)
  inTab.set(keys[voice === 'note' ? 'note' : 'reply'](caseId), undefined)
  if (voice === 'note') return
  clearTimeout(saving)
  api.keepDraft(caseId, '').catch(() => undefined)
}
