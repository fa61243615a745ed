/** How an endpoint is named in errors and logs. */

/** The address without user, password and query, which may hold secrets. */
export function endpointOf(baseUrl: string): string {
  if (!URL.canParse(baseUrl)) return 'OPENAI_BASE_URL'
  const { host, pathname } = new URL(baseUrl)
  return `${host}${pathname.replace(/\/$/, '')}`
}
