/** What the doctor says of the chat on the web. */
import type { Config } from '../config.ts'
import { isLoopback } from '../program/desk-page.ts'

/** Whether the chat on the web is served, to whom, and what is missing for more. */
export function webInWords({ web, http, publicUrl }: Config): string {
  if (!web) return publicUrl ? 'off: WEB_CHAT=on serves a chat for your site' : 'off'
  const where = `${(publicUrl ?? `http://${http.host}:${http.port}`).replace(/\/$/, '')}/chat/`
  const framed =
    web.origins.length > 0 ? `in frames of ${web.origins.join(', ')}` : 'in no frame (WEB_CHAT_ORIGINS is empty)'
  const missing = [
    ...(publicUrl === undefined && !isLoopback(http.host)
      ? ['PUBLIC_URL is not set: links into it cannot be given']
      : []),
    ...(publicUrl?.startsWith('http:') ? ['PUBLIC_URL is not https: whoever listens on the way reads along'] : []),
    ...(publicUrl !== undefined && web.proxies === 0 && isLoopback(http.host)
      ? ['WEB_CHAT_PROXIES is not set: all visitors seem to come from the proxy, and share its limits']
      : []),
  ]
  return [`${where}, ${framed}`, ...missing].join('; ')
}
