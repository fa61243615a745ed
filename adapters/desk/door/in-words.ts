/** What is wrong with something sent to the desk, in words for who sent it, where its schema has none of its own. Pure. */
import type { z } from 'zod'

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'whole number',
  boolean: 'yes or no',
  array: 'list',
}

/** The error map for `safeParse`: a schema's own messages win over it. */
export function inWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined || issue.input === null) return 'This is missing.'
      const kind = kinds[issue.expected]
      return kind === undefined ? 'This cannot be read.' : `This is no ${kind}.`
    }
    case 'invalid_value':
      return `This is none of: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return `This is too little: at least ${issue.minimum}.`
    case 'too_big':
      return `This is too much: at most ${issue.maximum}.`
    case 'unrecognized_keys':
      return `There is no place for: ${issue.keys.join(', ')}.`
    default:
      return 'This is not as it should be.'
  }
}
