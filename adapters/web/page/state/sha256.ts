/** SHA-256 (FIPS 180-4) of ASCII text. */

/** The first 32 bits of the fractional parts of roots of the first primes. */
function roots(count: number, root: (prime: number) => number): Uint32Array {
  const found: number[] = []
  for (let number = 2; found.length < count; number += 1) {
    const isPrime = Array.from({ length: number - 2 }, (_, at) => at + 2).every((one) => number % one !== 0)
    if (isPrime) found.push((root(number) % 1) * 2 ** 32)
  }
  return Uint32Array.from(found)
}
const begin = roots(8, Math.sqrt)
const constants = roots(64, Math.cbrt)

/** The first 32 bits of the digest. */
export function sha256(text: string): number {
  const { length } = text
  const blocks = (length + 72) >> 6
  const words = new Uint32Array(blocks * 16)
  for (let at = 0; at < length; at += 1)
    words[at >> 2] = (words[at >> 2] ?? 0) | (text.charCodeAt(at) << (24 - (at % 4) * 8))
  words[length >> 2] = (words[length >> 2] ?? 0) | (0x80 << (24 - (length % 4) * 8))
  words[words.length - 1] = length * 8
  const state = Uint32Array.from(begin)
  const w = new Uint32Array(64)
  for (let block = 0; block < words.length; block += 16) {
    w.set(words.subarray(block, block + 16))
    for (let t = 16; t < 64; t += 1) {
      const [a = 0, b = 0] = [w[t - 15], w[t - 2]]
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
      w[t] = (w[t - 16] ?? 0) + s0 + (w[t - 7] ?? 0) + s1
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let t = 0; t < 64; t += 1) {
      const one =
        (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (constants[t] ?? 0) + (w[t] ?? 0)) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + value
  }
  return state[0] ?? 0
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
