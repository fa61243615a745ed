/** Takes secrets out of what a server said: servers echo keys, whole or masked, in their complaints. */

export type Redact = (text: string) => string

const keyLike = [
  /Bearer\s+\S+/gi,
  /\b(?:sk|pk|rk|gsk|xai|key|api)[-_][\w*.-]{6,}/gi,
  // Masked echoes such as `abcd********wxyz`.
  /\S*\*{3,}\S*/g,
]
/** Long enough to tell the operator what is wrong, short enough not to echo a conversation. */
const maxLength = 300
/** Bounds the work on a page sent instead of an error; far beyond `maxLength`, so that nothing half-read is shown. */
const maxRead = 3000

/** A redactor that knows `apiKey`; its texts are at most 300 characters on one line. */
export function createRedact(apiKey: string | undefined): Redact {
  const spellings = apiKey ? [apiKey, encodeURIComponent(apiKey), Buffer.from(apiKey).toString('base64')] : []
  return (text) => {
    const known = spellings.reduce((rest, spelling) => rest.replaceAll(spelling, '[key]'), text)
    const clean = keyLike.reduce((rest, pattern) => rest.replace(pattern, '[key]'), known.slice(0, maxRead))
    const line = clean.replace(/\s+/g, ' ').trim()
    return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line
  }
}
