/** What the page tells the browser: nothing from elsewhere, nothing inline, framed by the sites the operator named and by no other. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
]

export function pageHeaders(origins: readonly string[]): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [...policy, `frame-ancestors ${["'self'", ...origins].join(' ')}`].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}
