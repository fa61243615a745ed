/** Secrets in files, as container platforms and credential stores hand them out. */
import { readFileSync } from 'node:fs'
import { secretNames } from './variables.ts'

/** Secrets that stand in files, in their places; trailing newlines are no part of a secret. What a file holds is never repeated. */
export function withSecretFiles(env: Readonly<Record<string, string | undefined>>) {
  const read = { ...env }
  const problems: string[] = []
  for (const name of secretNames) {
    const file = env[`${name}_FILE`]?.trim()
    if (!file) continue
    if (env[name]?.trim()) {
      problems.push(`${name} and ${name}_FILE are both set: keep one of them`)
      continue
    }
    try {
      read[name] = readFileSync(file, 'utf8').replace(/^\uFEFF|[\r\n]+$/g, '')
      if (read[name] === '') problems.push(`${name}_FILE names a file that is empty`)
      if (/[\r\n\0]/.test(read[name] ?? '')) problems.push(`${name}_FILE names a file that holds more than one line`)
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
      problems.push(`${name}_FILE names a file that cannot be read (${code})`)
    }
    // Once is enough: what is wrong with the file is said.
    if (problems.at(-1)?.startsWith(`${name}_FILE`)) read[name] = ''
  }
  return { read, problems }
}
