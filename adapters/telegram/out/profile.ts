/** The persona's face on Telegram: name, texts by language, commands, picture. Each is set only when it differs: the server takes few changes a day. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { InputFile } from 'grammy'
import type { BotCommand, LanguageCode } from 'grammy/types'
import type { Face } from '#mascot'
import type { RawApi } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'
import type { Presence } from '../wire/presence.ts'

const MAX_NAME = 64
const MAX_DESCRIPTION = 512
const MAX_SHORT = 120
const MAX_ABOUT = 256
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Where a command makes sense; one that is not named here does everywhere. */
const onlyIn: Readonly<Record<string, 'private' | 'group'>> = {
  quiet: 'group',
  mascot: 'group',
  mydata: 'private',
  forget: 'private',
  work: 'private',
  circle: 'private',
}
/** In groups too, where the server lets a member give them unseen by the others. */
const ephemeral: ReadonlySet<string> = new Set(['mydata', 'forget'])

/** To an administrator Telegram shows the last list alone, so it holds what all members see too. */
const scopes = ['all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const

export interface Profile {
  /** A part that cannot be set is logged, and tried again next time. */
  set(face: Face): Promise<void>
}

export function createProfile(api: RawApi, token: string, presence: Presence): Profile {
  let last: Promise<void> = Promise.resolve()

  async function attempt(what: string, set: () => Promise<unknown>): Promise<void> {
    try {
      await set()
    } catch (error) {
      const { reason } = failureOf(error, token)
      presence.context?.log.warn({ what, reason }, 'a part of the profile was not set')
    }
  }

  async function setAll(face: Face): Promise<void> {
    presence.face = face
    await attempt('name', () => setName(api, face))
    for (const language of languagesOf(face)) {
      await attempt(`texts (${language.code ?? 'default'})`, () => setTexts(api, face, language))
      await attempt(`commands (${language.code ?? 'default'})`, () =>
        setCommands(api, face, language, presence.canTellAlone),
      )
    }
    await attempt('picture', () => setPicture(api, face, presence))
  }

  return {
    set(face) {
      last = last.then(() => setAll(face))
      return last
    },
  }
}

/** `code` absent: for everybody whose language has no text of its own, in the home language. */
interface Language {
  readonly lang: string
  readonly code?: LanguageCode
}

function languagesOf({ languages }: Face): Language[] {
  const [home] = languages
  return [{ lang: home }, ...languages.flatMap((lang) => (isLanguageCode(lang) ? [{ lang, code: lang }] : []))]
}

/** Telegram knows languages by two letters. */
function isLanguageCode(lang: string): lang is LanguageCode {
  return /^[a-z]{2}$/.test(lang)
}

async function setName(api: RawApi, face: Face): Promise<void> {
  const name = clip(face.name, MAX_NAME)
  if (name !== '' && (await api.getMyName({})).name !== name) await api.setMyName({ name })
}

/** The long text is what a fan reads before pressing Start, the short one stands in the profile. */
async function setTexts(api: RawApi, { bio }: Face, { lang, code }: Language): Promise<void> {
  const text = bio?.[lang]
  if (!text) return
  const language = code ? { language_code: code } : {}
  const description = clip(text, MAX_DESCRIPTION)
  if ((await api.getMyDescription(language)).description !== description)
    await api.setMyDescription({ ...language, description })
  const short_description = clip(text, MAX_SHORT)
  if ((await api.getMyShortDescription(language)).short_description !== short_description)
    await api.setMyShortDescription({ ...language, short_description })
}

async function setCommands(api: RawApi, face: Face, { lang, code }: Language, canTellAlone: boolean): Promise<void> {
  for (const type of scopes) {
    const place = type === 'all_private_chats' ? 'private' : 'group'
    const isUnseen = (name: string) => canTellAlone && place === 'group' && ephemeral.has(name)
    const commands = face.commands
      .filter(({ isForAdministrators }) => type === 'all_chat_administrators' || isForAdministrators !== true)
      .filter(({ name }) => (onlyIn[name] ?? place) === place || isUnseen(name))
      .filter(({ name }) => /^[a-z0-9_]{1,32}$/.test(name))
      .map(({ name, about }) => ({
        command: name,
        description: clip(about[lang] ?? about.en ?? name, MAX_ABOUT),
        ...(isUnseen(name) ? { is_ephemeral: true } : {}),
      }))
    const where = { scope: { type }, ...(code ? { language_code: code } : {}) }
    if (!isSame(await api.getMyCommands(where), commands)) await api.setMyCommands({ ...where, commands })
  }
}

function isSame(one: readonly BotCommand[], other: readonly BotCommand[]): boolean {
  const lines = (commands: readonly BotCommand[]) =>
    commands
      .map(({ command, description, is_ephemeral }) => `${command} ${is_ephemeral === true} ${description}`)
      .join('\n')
  return lines(one) === lines(other)
}

/** The server does not say which picture it has, so what was set last is kept beside the read position. */
async function setPicture(api: RawApi, { avatarPath }: Face, { context, self }: Presence): Promise<void> {
  if (avatarPath === undefined || !context || !self) return
  if (!/\.jpe?g$/i.test(avatarPath)) {
    context.log.warn({}, 'Telegram takes a JPEG for a profile picture: set this one by hand with @BotFather')
    return
  }
  const picture = await readFile(avatarPath)
  const name = `telegram:${self.id}:picture`
  const value = createHash('sha256').update(picture).digest('hex')
  if ((await context.cursor(name)) === value) return
  await api.setMyProfilePhoto({ photo: { type: 'static', photo: new InputFile(picture, 'picture.jpg') } })
  await context.receive({ messages: [], cursor: { name, value } })
}

/** At most `max` UTF-16 units, cut at a word and marked as cut. */
function clip(text: string, max: number): string {
  const whole = text.trim()
  if (whole.length <= max) return whole
  const at = graphemes.segment(whole).containing(max - 1)?.index ?? max - 1
  const cut = whole.slice(0, at)
  const word = cut.replace(/\s+\S*$/u, '')
  return `${(word.length > max / 2 ? word : cut).trimEnd()}…`
}
