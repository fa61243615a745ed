/** The password of a PostgreSQL, which may stand apart from its address. */

export function hasPassword(url: string | undefined): boolean {
  return url !== undefined && passwordOf(url) !== ''
}

/** As it stands in the URL, or empty. */
export function passwordOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const { password, searchParams } = new URL(url)
  return password === '' ? (searchParams.get('password') ?? '') : password
}

/** Where notices are listened to, with the password of the database where it has none of its own; undefined: where the database is. */
export function listenUrlOf(vars: {
  readonly DATABASE_LISTEN_URL?: string | undefined
  readonly DATABASE_PASSWORD?: string | undefined
}): string | undefined {
  const { DATABASE_LISTEN_URL: url, DATABASE_PASSWORD: password } = vars
  if (url === undefined) return undefined
  return databaseUrlOf({ DATABASE_URL: url, ...(hasPassword(url) ? {} : { DATABASE_PASSWORD: password }) })
}

/** Where the database is, with its password. */
export function databaseUrlOf(vars: {
  readonly DATABASE_URL?: string | undefined
  readonly DATABASE_PASSWORD?: string | undefined
}): string {
  const { DATABASE_URL: url = 'sqlite:./data/mascot.db', DATABASE_PASSWORD: password } = vars
  if (password === undefined || !URL.canParse(url)) return url
  const whole = new URL(url)
  // A socket has no host, and a URL without one takes no password before it.
  if (whole.hostname === '') whole.searchParams.set('password', password)
  else whole.password = encodeURIComponent(password)
  return whole.href
}
