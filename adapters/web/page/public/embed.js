// The one tag for the brand's own site: <script src="https://chat.example/chat/embed.js" async></script>. It adds a button and, when that is
// pressed, one frame with the chat. It reads nothing of the site, and sets nothing there.
// data-label: what the button says to screen readers; data-side="left": the other corner; data-colour: of the button.
;(() => {
  const { currentScript: tag } = document
  if (!(tag instanceof HTMLScriptElement) || document.getElementById('mascot-chat')) return
  const { label = 'Chat', side = 'right', colour = '#1d1f23' } = tag.dataset
  const page = new URL('./', tag.src).href
  const isRight = side !== 'left'
  const host = document.createElement('div')
  host.id = 'mascot-chat'
  host.setAttribute('role', 'complementary')
  host.setAttribute('aria-label', label)
  // A shadow, so that neither page's styles reach the other.
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    :host { all: initial; }
    button { position: fixed; z-index: 2147483000; bottom: 16px; ${isRight ? 'right' : 'left'}: 16px; width: 56px; height: 56px;
      border: 2px solid #fff; border-radius: 50%; color: #fff; font-size: 24px; cursor: pointer; box-shadow: 0 2px 10px rgb(0 0 0 / 35%); }
    button:focus-visible { outline: 3px solid #fff; outline-offset: -6px; }
    iframe { position: fixed; z-index: 2147483000; bottom: 84px; ${isRight ? 'right' : 'left'}: 16px; width: min(400px, calc(100vw - 32px));
      height: min(620px, calc(100dvh - 100px)); border: 0; border-radius: 16px; background: Canvas; box-shadow: 0 6px 28px rgb(0 0 0 / 35%); }
    iframe[hidden] { display: none; }
    @media (max-width: 480px) { iframe { inset: 0 0 84px 0; width: 100vw; height: calc(100dvh - 84px); border-radius: 0; } }`)
  root.adoptedStyleSheets = [sheet]
  const button = document.createElement('button')
  button.type = 'button'
  button.style.background = colour
  button.setAttribute('aria-expanded', 'false')
  button.setAttribute('aria-label', label)
  button.title = label
  button.textContent = '💬'
  let frame
  const show = (isShown) => {
    if (isShown && !frame) {
      frame = document.createElement('iframe')
      frame.src = page
      frame.title = label
      frame.referrerPolicy = 'no-referrer'
      root.append(frame)
    }
    if (frame) frame.hidden = !isShown
    button.setAttribute('aria-expanded', String(isShown))
    button.textContent = isShown ? '×' : '💬'
    if (isShown) frame?.focus()
  }
  button.addEventListener('click', () => show(!frame || frame.hidden))
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && frame && !frame.hidden) {
      show(false)
      button.focus()
    }
  })
  root.append(button)
  document.body.append(host)
})()
