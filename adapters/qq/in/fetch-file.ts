/** A fan's file, brought from QQ's own servers, which keep it for a while, into a file of this machine. */
import {
  type Attachment,
  bringFile,
  broughtBytes,
  extensionIn,
  MOST_BROUGHT,
  SECOND_MS,
  SendError,
  tooLarge,
} from '#mascot'

/** Where files of talks lie: seen under these domains of Tencent's. */
const own = /(?:^|\.)(?:qq\.com|qq\.com\.cn|qpic\.cn)$/
const TIMEOUT_MS = 30 * SECOND_MS

/** Nothing is asked of any other server, whatever the push says. @throws {SendError} */
export async function fetchFile(
  { ref, url, name = '', size }: Attachment,
  { apiRoot, fileFor }: { readonly apiRoot?: string; readonly fileFor?: ((ref: string) => string) | undefined },
): Promise<string> {
  if (ref === undefined || url === undefined || !isOwn(url, apiRoot))
    throw new SendError('there is no file of QQ’s in it', { isPermanent: true })
  if (size !== undefined && size > MOST_BROUGHT) throw tooLarge()
  return await bringFile({ ref, extension: extensionIn(name), fileFor }, () => download(url))
}

/** `apiRoot`: another server in QQ's place gives its own files. */
function isOwn(url: string, apiRoot: string | undefined): boolean {
  if (!URL.canParse(url)) return false
  const { origin, protocol, hostname } = new URL(url)
  return apiRoot === undefined ? protocol === 'https:' && own.test(hostname) : origin === new URL(apiRoot).origin
}

async function download(url: string): Promise<Uint8Array> {
  const init = { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) } as const
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new SendError('QQ’s file server cannot be reached', { isPermanent: false, cause })
  })
  if (!response.ok || response.body === null)
    throw new SendError(`QQ does not give the file: ${response.status}`, { isPermanent: true })
  return await broughtBytes(response)
}
