/** Under which names the desk is served, and from which pages a change is taken. */
import { hostname } from 'node:os'
import { describe, expect, test } from 'vitest'
import { createOriginCheck } from '../../../adapters/desk/door/origin.ts'

const ask = (url: string, headers: Record<string, string> = {}) => new Request(url, { method: 'POST', headers })

describe('the name a request came under', () => {
  test.each([
    ['127.0.0.1', undefined, 'http://127.0.0.1:8787/', true],
    ['127.0.0.1', undefined, 'http://localhost:8787/', true],
    ['127.0.0.1', undefined, 'http://LOCALHOST/', true],
    ['127.0.0.1', undefined, 'http://[::1]:8787/', true],
    ['127.0.0.1', undefined, 'http://rebound.example:8787/', false],
    ['127.0.0.1', undefined, `http://${hostname()}.example/`, false],
    ['192.168.1.5', undefined, 'http://192.168.1.5:8787/', true],
    ['192.168.1.5', undefined, 'http://192.168.1.6:8787/', false],
    ['fd00::5', undefined, 'http://[fd00::5]/', true],
    ['0.0.0.0', undefined, `http://${hostname()}:8787/`, true],
    ['0.0.0.0', undefined, 'http://rebound.example/', false],
    ['::', undefined, 'http://127.0.0.1/', true],
    ['0.0.0.0', 'https://desk.example', 'http://desk.example/', true],
    ['0.0.0.0', 'https://desk.example', 'http://desk.example.evil.example/', false],
  ])('listening on %s, PUBLIC_URL %s: %s is ours: %s', (host, publicUrl, url, isOurs) => {
    const check = () => createOriginCheck({ host, ...(publicUrl ? { publicUrl } : {}) }).host(ask(url))
    if (isOurs) expect(check).not.toThrow()
    else expect(check).toThrow('not served under this name')
  })
})

describe('the page a change came from', () => {
  const local = createOriginCheck({ host: '127.0.0.1' })
  const proxied = createOriginCheck({ host: '127.0.0.1', publicUrl: 'https://desk.example/' })
  const url = 'http://127.0.0.1:8787/desk/api/duty'

  test.each([
    [local, { origin: 'http://127.0.0.1:8787' }, true],
    [local, { origin: 'http://127.0.0.1:8787', 'sec-fetch-site': 'same-origin' }, true],
    [local, { 'sec-fetch-site': 'same-origin' }, true],
    [local, { origin: 'http://127.0.0.1:8787', 'sec-fetch-site': 'cross-site' }, false],
    [local, { origin: 'http://127.0.0.1:9999' }, false],
    [local, { origin: 'http://localhost:8787' }, false],
    [local, { origin: 'null' }, false],
    [local, { origin: '' }, false],
    [local, {}, false],
    [local, { 'sec-fetch-site': 'none' }, false],
    [proxied, { origin: 'https://desk.example' }, true],
    [proxied, { origin: 'http://desk.example' }, false],
    [proxied, { origin: 'https://evil.example' }, false],
  ])('%# is ours or not, by what the browser says of it', (check, headers, isOurs) => {
    if (isOurs) expect(() => check.sender(ask(url, headers as Record<string, string>))).not.toThrow()
    else expect(() => check.sender(ask(url, headers as Record<string, string>))).toThrow('another page')
  })
})
