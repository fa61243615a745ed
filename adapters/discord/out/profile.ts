/** The persona's face on Discord: name, picture, bio, slash commands. Each is set only when it differs: Discord allows few changes an hour. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type AdapterContext, type Face, MascotError } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'
import { isRecord } from '../wire/payload.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { registerCommands } from './commands.ts'

const LONGEST_BIO = 400
const LONGEST_NAME = 32

const mimes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

interface Application {
  readonly id: string
  readonly description: string
  readonly bot: { readonly id: string; readonly username: string }
}

/** A part that cannot be set is logged, and tried again next time. Never throws. */
export async function setProfile(face: Face, api: Api, context: AdapterContext): Promise<void> {
  const { log } = context
  const attempt = async (what: string, set: () => Promise<unknown>) => {
    try {
      await set()
    } catch (error) {
      const reason =
        error instanceof MascotError && error.code !== 'send-failed' ? error.message : failureOf(error).reason
      log.warn({ what, reason }, 'a part of the profile was not set')
    }
  }
  await attempt('who the bot is', async () => {
    const application = applicationOf(await api('GET', '/applications/@me'))
    await attempt('name', () => setName(face, application, api))
    await attempt('bio', () => setBio(face, application, api))
    await attempt('commands', () => registerCommands(api, application.id, face))
    await attempt('picture', () => setPicture(face, application, api, context))
  })
}

/** @throws {TypeError} for an answer that names no bot */
function applicationOf(answer: unknown): Application {
  const bot = isRecord(answer) && isRecord(answer.bot) ? answer.bot : {}
  if (!isRecord(answer) || !isSnowflake(answer.id) || !isSnowflake(bot.id)) throw new TypeError('no application')
  return {
    id: answer.id,
    description: String(answer.description ?? ''),
    bot: { id: bot.id, username: String(bot.username ?? '') },
  }
}

/** Discord takes about two new names an hour, and none with "discord" or @ # : in it. */
async function setName({ name }: Face, { bot }: Application, api: Api): Promise<void> {
  const wanted = [...name.trim()].slice(0, LONGEST_NAME).join('')
  if (wanted !== bot.username) await api('PATCH', '/users/@me', { body: { username: wanted } })
}

/** One text for everybody, in the home language: Discord has no others. */
async function setBio({ bio, languages: [home] }: Face, { description }: Application, api: Api): Promise<void> {
  const letters = [...(bio?.[home] ?? '').trim()]
  const text = letters.length <= LONGEST_BIO ? letters.join('') : `${letters.slice(0, LONGEST_BIO - 1).join('')}…`
  if (text !== '' && text !== description) await api('PATCH', '/applications/@me', { body: { description: text } })
}

/** Discord names a picture by a hash of its own, so the hash of the file set last is kept beside the read position. */
async function setPicture(
  { avatarPath }: Face,
  { bot }: Application,
  api: Api,
  context: AdapterContext,
): Promise<void> {
  if (avatarPath === undefined) return
  const mime = mimes[path.extname(avatarPath).toLowerCase()]
  if (!mime) {
    context.log.warn(
      {},
      'Discord takes a PNG, JPEG, GIF or WebP for a picture: set this one by hand in the developer portal',
    )
    return
  }
  const picture = await readFile(avatarPath)
  const name = `discord:${bot.id}:picture`
  const value = createHash('sha256').update(picture).digest('hex')
  if ((await context.cursor(name)) === value) return
  await api('PATCH', '/users/@me', { body: { avatar: `data:${mime};base64,${picture.toString('base64')}` } })
  await context.receive({ messages: [], cursor: { name, value } })
}
