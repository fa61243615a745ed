/** Patterns of scenes, found in linear time. */
import { RE2JS } from 're2js'

/** Undefined where it cannot be read. */
export function readPattern(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE)
  } catch {
    return undefined
  }
}
