/** What Discord refuses in the body of a message, refused as it refuses it; so that a test notices what the platform would. */
import { pollRefusal } from './polls.ts'
import type { Payload } from './world.ts'

/** A 50035 answer names the field and the rule. */
export interface Refusal {
  readonly field: string
  readonly rule: string
}

const length = (text: unknown) => (typeof text === 'string' ? [...text].length : 0)

export function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function objects(value: unknown): readonly Payload[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** `hasFiles`: parts of a multipart body. The fake also insists on what Mascot promises: no pings, and a nonce enforced. */
export function refusalOf(body: Payload, hasFiles: boolean, isNew: boolean): Refusal | undefined {
  const { content, embeds, nonce, allowed_mentions: allowed } = body
  if (length(content) > 2000) return { field: 'content', rule: 'BASE_TYPE_MAX_LENGTH' }
  const refusedPoll = pollRefusal(body.poll)
  if (refusedPoll) return refusedPoll
  if (isNew && length(content) === 0 && objects(embeds).length === 0 && !hasFiles && body.poll === undefined)
    return { field: 'content', rule: 'MESSAGE_EMPTY' }
  const refused = objects(embeds)
    .map(embedRefusal)
    .find((one) => one !== undefined)
  if (refused) return refused
  if (!isObject(allowed) || !Array.isArray(allowed.parse) || allowed.parse.length > 0 || allowed.replied_user !== false)
    return { field: 'allowed_mentions', rule: 'PINGS_SOMEBODY' }
  if (isNew && (typeof nonce !== 'string' || nonce.length > 25)) return { field: 'nonce', rule: 'NONCE_TYPE_TOO_LONG' }
  if (isNew && body.enforce_nonce !== true) return { field: 'enforce_nonce', rule: 'BASE_TYPE_REQUIRED' }
  return componentsRefusal(body.components)
}

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
function embedRefusal({ title, description, url, image }: Payload): Refusal | undefined {
  if (length(title) > 256 || length(description) > 4096) return { field: 'embeds', rule: 'BASE_TYPE_MAX_LENGTH' }
  if (url !== undefined && !/^https?:/.test(String(url))) return { field: 'embeds', rule: 'URL_TYPE_INVALID_SCHEME' }
  if (isObject(image) && !/^(?:https?|attachment):/.test(String(image.url)))
    return { field: 'embeds', rule: 'URL_TYPE_INVALID_SCHEME' }
  return undefined
}

function componentsRefusal(components: unknown): Refusal | undefined {
  if (components === undefined) return undefined
  const rows = objects(components)
  const wrong = (rule: string): Refusal => ({ field: 'components', rule })
  if (!Array.isArray(components) || rows.length !== components.length || rows.length > 5)
    return wrong('BASE_TYPE_BAD_LENGTH')
  const ids = new Set<unknown>()
  for (const row of rows) {
    const buttons = objects(row.components)
    if (row.type !== 1) return wrong('UNION_TYPE_CHOICES')
    if (buttons.length < 1 || buttons.length > 5) return wrong('BASE_TYPE_BAD_LENGTH')
    for (const { type, style, label, url, custom_id: id } of buttons) {
      if (type !== 2 || length(label) < 1 || length(label) > 80) return wrong('BUTTON_LABEL')
      const isLink = style === 5
      if (isLink && (typeof url !== 'string' || !/^(https?|discord):\/\//.test(url) || url.length > 512 || id))
        return wrong('BUTTON_URL')
      if (isLink) continue
      if (url !== undefined || length(id) < 1 || length(id) > 100) return wrong('BUTTON_CUSTOM_ID')
      if (ids.has(id)) return wrong('COMPONENT_CUSTOM_ID_DUPLICATED')
      ids.add(id)
    }
  }
  return undefined
}

export function commandRefusal(command: Payload): Refusal | undefined {
  const { name, description, description_localizations: localised } = command
  if (typeof name !== 'string' || !/^[-_'\p{L}\p{N}]{1,32}$/u.test(name))
    return { field: 'name', rule: 'APPLICATION_COMMAND_INVALID_NAME' }
  const texts = [description, ...(isObject(localised) ? Object.values(localised) : [])]
  const isWrong = texts.some((text) => length(text) < 1 || length(text) > 100)
  return isWrong ? { field: 'description', rule: 'BASE_TYPE_BAD_LENGTH' } : undefined
}
