/** Codes to scan, as links: the link leads to us, and we to a picture that WeChat made. Signed, since codes are counted. */
import { createHmac } from 'node:crypto'
import { type Route, SendError } from '#mascot'
import type { Api } from '../wire/api.ts'
import { isSame } from '../wire/crypt.ts'

const PATH = '/wechat/code'
const PICTURE = 'https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket='
const MOST_SCENE = 64
const FOR_SECONDS = 3 * 24 * 3600

const signed = (secret: string, scene: string) =>
  createHmac('sha256', secret).update(scene).digest('base64url').slice(0, 22)

export function codeLink(publicUrl: string, secret: string, scene: string): string | undefined {
  if (scene.length === 0 || scene.length > MOST_SCENE) return undefined
  const query = new URLSearchParams({ scene, sign: signed(secret, scene) })
  return `${publicUrl.replace(/\/$/, '')}${PATH}?${query}`
}

export function codeRoute(api: () => Api | undefined, secret: () => string | undefined): Route {
  return {
    method: 'GET',
    path: PATH,
    async handle(request) {
      const query = new URL(request.url).searchParams
      const [scene, sign, own, calls] = [query.get('scene') ?? '', query.get('sign') ?? '', secret(), api()]
      if (own === undefined || !calls || !isSame(sign, signed(own, scene)))
        return new Response('This link is not whole.\n', { status: 404 })
      try {
        const made = await calls.call('/cgi-bin/qrcode/create', {
          expire_seconds: FOR_SECONDS,
          action_name: 'QR_STR_SCENE',
          action_info: { scene: { scene_str: scene } },
        })
        const location = `${PICTURE}${encodeURIComponent(String(made.ticket))}`
        return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } })
      } catch (error) {
        if (!(error instanceof SendError)) throw error
        return new Response('WeChat gives no code at the moment. Please try again later.\n', { status: 503 })
      }
    },
  }
}
