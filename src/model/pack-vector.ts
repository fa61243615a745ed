/** A vector ↔ a short string for the database: one byte a number, about half a percent off in likeness, a quarter of the room. */

/** The direction of the vector; its length is not kept. */
export function packVector(vector: Float32Array): string {
  const most = vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0)
  const bytes = Int8Array.from(vector, (value) => Math.round((value / (most || 1)) * 127))
  return Buffer.from(bytes.buffer).toString('base64')
}

/** Of length one; undefined for what is no packed vector. */
export function unpackVector(packed: unknown): Float32Array | undefined {
  if (typeof packed !== 'string') return undefined
  const bytes = Buffer.from(packed, 'base64')
  const vector = Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length))
  let square = 0
  for (const value of vector) square += value * value
  const length = Math.sqrt(square)
  return length > 0 ? vector.map((value) => value / length) : undefined
}
