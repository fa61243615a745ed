/** What every answer of the lead pages tells the browser: no script at all, and forms that go back to us alone. */

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Before those of the desk. With no referrer at all a browser sends `Origin: null` with a form. */
export const leadHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'referrer-policy': 'same-origin',
}
