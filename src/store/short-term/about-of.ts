/** What a key of short-lived state is about: an account, as in `cooldown::fan:telegram:77`, or a case, as in `desk::draft:CASE:STAFF`. */

const DRAFT = 'desk::draft:'

/** Undefined for one that is about nobody. */
export function aboutOf(key: string): string | undefined {
  if (key.startsWith(DRAFT)) return key.slice(DRAFT.length).split(':', 1)[0]
  return /(?:^|:)([^:]+:[^:]+)$/.exec(key)?.[1]
}
