/**
 * A button's value in Discord's custom_id of at most 100 characters, and back. Nothing is remembered: the id itself holds the
 * value, so that a button works after any number of restarts. The first character tells buttons of one message apart (two
 * may have the same value), the second how the rest is written.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const LONGEST_ID = 100
const PLAIN = '='
const PACKED = '~'
/** 14 bits a character: 16,384 letters beginning with 一, which every normalisation leaves alone. */
const FIRST_LETTER = 0x4e00
const BITS = 14

/** Undefined when the value is too long even packed (more than about 170 bytes that do not compress). */
export function buttonId(value: string, index: number): string | undefined {
  const place = index.toString(36)
  const plain = `${place}${PLAIN}${value}`
  if ([...plain].length <= LONGEST_ID) return plain
  const packed = `${place}${PACKED}${pack(deflateRawSync(value, { level: 9 }))}`
  return packed.length <= LONGEST_ID ? packed : undefined
}

/** Undefined for an id that is not ours. */
export function buttonValue(id: string): string | undefined {
  const written = id.slice(2)
  if (id[1] === PLAIN) return written
  if (id[1] !== PACKED) return undefined
  try {
    return inflateRawSync(unpack(written)).toString('utf8')
  } catch {
    return undefined
  }
}

/** The first character is the number of bytes, as a letter; then the bits. */
function pack(bytes: Buffer): string {
  let letters = String.fromCharCode(FIRST_LETTER + bytes.length)
  let bits = 0
  let count = 0
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    count += 8
    if (count >= BITS) {
      count -= BITS
      letters += String.fromCharCode(FIRST_LETTER + (bits >> count))
      bits &= (1 << count) - 1
    }
  }
  return count > 0 ? letters + String.fromCharCode(FIRST_LETTER + (bits << (BITS - count))) : letters
}

function unpack(letters: string): Buffer {
  const bytes: number[] = []
  let bits = 0
  let count = 0
  for (const letter of letters.slice(1)) {
    bits = (bits << BITS) | (letter.charCodeAt(0) - FIRST_LETTER)
    count += BITS
    while (count >= 8) {
      count -= 8
      bytes.push(bits >> count)
      bits &= (1 << count) - 1
    }
  }
  return Buffer.from(bytes.slice(0, letters.charCodeAt(0) - FIRST_LETTER))
}
