/** A stride that shares no factor with the number of lessons visits each once, kinds well mixed. */
export function strideFor(length: number): number {
  let stride = Math.max(1, Math.floor(length * 0.618))
  while (greatestCommonDivisor(stride, length) !== 1) stride++
  return stride
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
