/** What other programs fill in when they answer; nobody does so here. Pure. */

/** `{{ticket.requester.name}}`, `{% if … %}`, `%{name}`, `<%= name %>`. */
const ofTemplates = /\{\{[^}]*\}\}|\{%[^%]*%\}|[%$#]\{[^}]*\}|<%[^%]*%>/u
/** `{city}` of Rasa. */
export const ofSlots = /\{\s*[\p{L}_][\p{L}\p{N}_]*\s*\}/u
/** `$city`, `$city.original`, `#context.city` of Dialogflow. */
export const ofParameters =
  /(?<![\p{L}\p{N}])(?:\$\p{L}[\p{L}\p{N}_-]*(?:\.\p{L}[\p{L}\p{N}_-]*)*|#\p{L}[\p{L}\p{N}_-]*\.\p{L}[\p{L}\p{N}_-]*)/u

export interface Filled {
  /** Undefined where the answer cannot be said without what was to be filled in. */
  readonly text?: string
  /** What was to be filled in, where there was something. */
  readonly placeholder?: string
}

/** The salutation and the signature, first and last line, go with their placeholder; any other line is what was to be said. */
export function withoutPlaceholders(text: string, own?: RegExp): Filled {
  const findIn = (line: string) => ofTemplates.exec(line)?.[0] ?? own?.exec(line)?.[0]
  const placeholder = findIn(text)
  if (placeholder === undefined) return { text }
  const lines = text.split('\n')
  const body = lines.length > 1 && isShort(lines[0]) && findIn(lines[0] ?? '') ? lines.slice(1) : lines
  const kept = body.length > 1 && isShort(body.at(-1)) && findIn(body.at(-1) ?? '') ? body.slice(0, -1) : body
  const bare = kept.join('\n').trim()
  return bare === '' || findIn(bare) !== undefined ? { placeholder } : { placeholder, text: bare }
}

const isShort = (line = '') => line.replaceAll(new RegExp(ofTemplates, 'gu'), '').trim().length <= 40
