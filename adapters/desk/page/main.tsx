/** The desk page: takes the secret out of the address, asks who this is, and draws. */
import { render } from 'preact'
import { App } from './parts/app.tsx'
import { readRoute, route, takeSecret } from './state/route.ts'
import { invite, recognise } from './state/session.ts'

function readAddress(): void {
  const secret = takeSecret()
  if (secret === undefined) route.set(readRoute(location.hash))
  else invite(secret)
}

window.addEventListener('hashchange', readAddress)
// A file dropped beside the box would be opened in the place of the page.
for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, (event) => event.preventDefault())
readAddress()
void recognise()

const page = document.getElementById('page')
if (page) render(<App />, page)
