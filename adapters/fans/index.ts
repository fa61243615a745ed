/** Pages for fans, without scripts and cookies: the gallery of works, the way to take one back, and a fan's own page by a one-time link. */
import { type Context, Hono } from 'hono'
import { OWN_PATH, type Page, type Route, WITHDRAW_PATH } from '#mascot'
import { done, erasing, gone, opening, own } from './own-page.ts'
import { pictureIn } from './picture.ts'
import { type Html, headers, type Shown, styles } from './shell.ts'
import { GALLERY_PAGE, galleryOf, withdrawal, withdrawn } from './works-page.ts'

/** Secrets are 32 bytes in base64url; anything else was never given out. */
const SECRET = /^[\w-]{43}$/
/** What is no number of a page is the first. */
const PAGE = /^[1-9]\d{0,4}$/
const MOST_FIELD_BYTES = 10_000

export const fansPage: Page = (context) => {
  const { community, face, fanWords, log } = context
  const app = new Hono()
  const show = (body: Html | Promise<Html>, status: 200 | 404 = 200) => ({ body, status })
  const answer = async ({ body, status }: ReturnType<typeof show>) =>
    new Response(String(await body), {
      status,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8', vary: 'accept-language' },
    })
  const shownTo = (c: Context): Shown => ({ face: face(), words: fanWords(c.req.header('accept-language')) })
  const nothing = async (c: Context) => await answer(show(gone(shownTo(c)), 404))
  app.onError(async (error, c) => {
    log.error({ err: error }, 'a page for fans could not answer')
    return await nothing(c)
  })

  app.get('/works/style.css', (c) =>
    c.body(styles, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' }),
  )
  app.get('/works/picture/:number', async (c) => {
    const file = await community.picture(numberIn(c.req.param('number')))
    const picture = file === undefined ? undefined : await pictureIn(file)
    if (!picture) return await nothing(c)
    return new Response(picture.body, { headers: { ...headers, 'content-type': picture.type } })
  })
  app.get('/works/', async (c) => {
    const asked = c.req.query('page') ?? ''
    const page = PAGE.test(asked) ? Number(asked) : 1
    const found = await community.gallery({ limit: GALLERY_PAGE, offset: (page - 1) * GALLERY_PAGE })
    return found ? await answer(show(galleryOf(found, page, shownTo(c)))) : await nothing(c)
  })
  app.get('/works', (c) => c.redirect('/works/', 308))
  app.get(`${WITHDRAW_PATH}:secret`, async (c) => {
    const secret = c.req.param('secret')
    const work = SECRET.test(secret) ? await community.withdrawable(secret) : undefined
    return work ? await answer(show(withdrawal(work, secret, shownTo(c)))) : await nothing(c)
  })
  app.post(`${WITHDRAW_PATH}:secret`, async (c) => {
    const secret = c.req.param('secret')
    const work = SECRET.test(secret) ? await community.withdrawable(secret) : undefined
    if (!work) return await nothing(c)
    await community.withdraw(work)
    return await answer(show(withdrawn(shownTo(c))))
  })

  // Who only looks where a link leads, as messengers do for a preview, does not use it up.
  app.get(`${OWN_PATH}:secret`, async (c) => {
    const secret = c.req.param('secret')
    return SECRET.test(secret) ? await answer(show(opening(secret, shownTo(c)))) : await nothing(c)
  })
  app.post(`${OWN_PATH}:secret`, async (c) => {
    const secret = c.req.param('secret')
    const page = SECRET.test(secret) ? await community.openOwn(secret) : undefined
    return page ? await answer(show(own(page, shownTo(c)))) : await nothing(c)
  })
  app.post('/mine/', async (c) => {
    const fields = await fieldsOf(c.req.raw)
    const page = fields.get('page') ?? ''
    const mine = SECRET.test(page) ? await community.own(page) : undefined
    if (!mine) return await nothing(c)
    switch (fields.get('do')) {
      case 'withdraw':
        await community.withdrawOwn(page, numberIn(fields.get('number') ?? ''))
        break
      case 'unlink':
        await community.unlinkOwn(page)
        break
      case 'ask-erase':
        return await answer(show(erasing(page, shownTo(c))))
      case 'erase':
        await community.eraseOwn(page)
        return await answer(show(done(shownTo(c))))
    }
    const now = await community.own(page)
    return now ? await answer(show(own(now, shownTo(c)))) : await nothing(c)
  })
  app.all('*', nothing)

  const handle: Route['handle'] = async (request) => await app.fetch(request)
  return [
    { method: 'GET', path: '/works', handle },
    { method: 'GET', path: '/works/*', handle },
    { method: 'POST', path: '/works/*', handle },
    { method: 'GET', path: '/mine/*', handle },
    { method: 'POST', path: '/mine/*', handle },
  ]
}

/** 0, which no work has, for what is none. */
function numberIn(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}

/** No more than a few buttons send; what is longer is nothing. */
async function fieldsOf(request: Request): Promise<URLSearchParams> {
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > MOST_FIELD_BYTES)
    return new URLSearchParams()
  return new URLSearchParams(await request.text())
}
