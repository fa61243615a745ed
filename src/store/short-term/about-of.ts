/** What a key of short-lived state is about: an account, as in `cooldown::fan:telegram:77`, or a case, as in `desk::draft:CASE:STAFF`. */

const OF_CASE = /^desk::(?:draft|looked):([^:]+)/

/** Undefined for one that is about nobody. */
export function aboutOf(key: string): string | undefined {
  return OF_CASE.exec(key)?.[1] ?? /(?:^|:)([^:]+:[^:]+)$/.exec(key)?.[1]
}
