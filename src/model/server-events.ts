/** A stream of server-sent events as its data, one text an event; it may begin with a comment, an id or a name. */

export function isEventStream(text: string): boolean {
  return /^\s*(?:data|event|id|retry)?:/.test(text)
}

/** Without the mark of the end. */
export function dataOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('data:') && !line.includes('[DONE]'))
    .map((line) => line.slice('data:'.length))
}

export function hasEnd(text: string): boolean {
  return /^data:\s*\[DONE\]/m.test(text)
}
