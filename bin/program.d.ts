/** Where the program is: what program.js, which any Node can read, says of itself. */
export const manifest: string
/** Whether what is joined in the folder is what the sources are. */
export function isFresh(folder?: string): boolean
/** The address of its first file. */
export function program(folder?: string): string
