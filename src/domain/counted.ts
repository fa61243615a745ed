/** A number with what it counts, as a person writes it: `1 person`, `2 people`. */

/** `many`: where it is not `one` with an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
