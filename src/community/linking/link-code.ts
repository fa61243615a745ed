/** Codes that join accounts: made, read as people type them, and hashed, since only the fan is to know one. */
import { createHash, randomInt } from 'node:crypto'

/** None of 0 O 1 I L U, which are mistaken for others or for words: 30 letters, so that eight of them are one of 6 · 10¹¹. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/** `K3TQ-8ZPB` */
export function newLinkCode(): string {
  const code = Array.from({ length: LENGTH }, () => letters[randomInt(letters.length)]).join('')
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`
}

/** The code in what a fan typed, in any case, width and grouping, in quotes or not; undefined where it can be none. */
export function readLinkCode(text: string): string | undefined {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}`]/gu, '')
  const isCode = typed.length === LENGTH && [...typed].every((letter) => letters.includes(letter))
  return isCode ? `${typed.slice(0, LENGTH / 2)}-${typed.slice(LENGTH / 2)}` : undefined
}

/** Hexadecimal. `code`: as it was made. */
export function hashLinkCode(code: string): string {
  return createHash('sha256').update(`mascot link ${code}`).digest('hex')
}

/** A whole message that looks as codes are written, with a digit or a dash in it, or in capitals: no word of a talk. */
export function isBareLinkCode(text: string): boolean {
  const typed = text.normalize('NFKC').trim()
  return readLinkCode(typed) !== undefined && (/\d|\p{L}\p{Pd}\p{L}/u.test(typed) || typed === typed.toUpperCase())
}
