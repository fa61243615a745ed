/** Draws the pictures of what the demo brands sell, each from a few shapes of our own: `npm run pictures`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium, launchFlags, whyNoChromium } from '../test/support/chromium.ts'

const SIZE = 480
/** A picture is a few kilobytes, or it is not flat. */
const MOST_BYTES = 20_000

type Look = { readonly ground: string; readonly table: string; readonly ink: string; readonly lit: string }
const looks = {
  coffee: { ground: '#d9e4e3', table: '#b9cbca', ink: '#23383c', lit: '#f4e9d6' },
  electronics: { ground: '#1c2230', table: '#141926', ink: '#0b0e15', lit: '#8fe3ff' },
  leather: { ground: '#ece4d6', table: '#d8cbb5', ink: '#4b3323', lit: '#c79a4b' },
} as const satisfies Record<string, Look>

const box = (x: number, y: number, w: number, h: number, fill: string, rx = 0, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${rx}" fill="${fill}" ${more}/>`
const round = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`
const oval = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`
const line = (d: string, stroke: string, width = 12, fill = 'none') =>
  `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
const shape = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`
const words = (text: string, x: number, y: number, size: number, fill: string) =>
  `<text x="${x}" y="${y}" font-family="sans-serif" font-size="${size}" font-weight="700" fill="${fill}" text-anchor="middle">${text}</text>`

/** A bag of beans: its colour, the label, and a sign on it. */
function bag(colour: string, label: string, sign: string, x = 240, scale = 1): string {
  return `<g transform="translate(${x} 90) scale(${scale})">
    ${shape('M-90 30h180l14 270q-104 20-208 0z', colour)}${box(-90, 4, 180, 34, colour, 4)}
    ${box(-90, 34, 180, 5, '#0003')}${box(-62, 110, 124, 120, '#f4e9d6', 8)}${sign}${words(label, 0, 212, 22, '#23383c')}</g>`
}
const signs = {
  anchor: line('M0 128v46M-20 146h40M-28 160q4 22 28 22 24 0 28-22', '#23383c', 6),
  bell: shape('M-24 176q6-8 6-24 0-22 18-22 18 0 18 22 0 16 6 24z', '#23383c') + round(0, 182, 6, '#23383c'),
  ferry: shape('M-34 160h68l-12 22h-44z', '#23383c') + box(-12, 138, 26, 18, '#23383c', 3),
  moon: shape('M6 128a27 27 0 1 0 18 44 24 24 0 0 1-18-44z', '#23383c'),
}
const beans = (y: number, n: number, from = 90, to = 390) =>
  Array.from({ length: n }, (_, at) => {
    const x = from + ((at * 71) % (to - from))
    const turn = (at * 53) % 180
    const dy = y + ((at * 29) % 34)
    return `<g transform="translate(${x} ${dy}) rotate(${turn})">${oval(0, 0, 11, 7, at % 3 ? '#4a2f1d' : '#63402a')}${line('M-9 0q9 4 18 0', '#2b1a10', 2)}</g>`
  }).join('')

const hide = '#7a4a2b'
const dark = '#5d3620'
const brass = '#c79a4b'
const stitches = (d: string) => `<path d="${d}" fill="none" stroke="#ead9bd" stroke-width="3" stroke-dasharray="9 7"/>`
const metal = '#39445c'
const pale = '#c9d4e6'

/** By brand and id of the product. */
const drawn: Readonly<Record<keyof typeof looks, Readonly<Record<string, string>>>> = {
  coffee: {
    'harbour-blend': bag('#2f6f73', 'Harbour', signs.anchor) + beans(396, 14),
    fogbell: bag('#2f3b40', 'Fogbell', signs.bell) + beans(396, 14),
    'first-ferry': bag('#d98b4a', 'First Ferry', signs.ferry) + beans(396, 14),
    'low-tide': bag('#8a7aa8', 'Low Tide', signs.moon) + beans(396, 14),
    'deckhand-box':
      bag('#2f6f73', '80 g', signs.anchor, 140, 0.62) +
      bag('#2f3b40', '80 g', signs.bell, 240, 0.62) +
      bag('#d98b4a', '80 g', signs.ferry, 340, 0.62) +
      box(60, 200, 360, 180, '#b98a57', 10) +
      box(60, 200, 360, 22, '#a2764a', 10) +
      words('Deckhand Box', 240, 310, 34, '#23383c'),
    'the-usual':
      box(80, 110, 320, 290, '#f8f3e8', 18) +
      box(80, 110, 320, 70, '#2f6f73', 18) +
      words('every two weeks', 240, 156, 28, '#f4e9d6') +
      [0, 1, 2, 3]
        .flatMap((row) =>
          [0, 1, 2, 3].map((of) =>
            round(130 + of * 73, 222 + row * 46, 15, (row + of) % 4 === 1 ? '#d98b4a' : '#d9e4e3'),
          ),
        )
        .join(''),
    slipway:
      shape('M120 150h240l-84 140h-72z', '#f8f3e8') +
      oval(240, 150, 120, 24, '#e5dccb') +
      oval(240, 150, 96, 17, '#6b4a33') +
      box(170, 288, 140, 22, '#f8f3e8', 11) +
      line('M352 168q56 8 44 56-10 36-62 30', '#f8f3e8', 18) +
      shape('M186 320h108l-8 84h-92z', '#bcd7dc'),
    'pips-kettle':
      shape('M150 200h160l34 190H116z', '#23383c') +
      oval(230, 200, 80, 18, '#35535a') +
      round(230, 176, 14, '#d98b4a') +
      line('M330 340q60-30 62-120 0-30 30-34', '#23383c', 16) +
      line('M142 226Q60 230 74 330q6 44 46 40', '#8b5a35', 20),
    winch:
      box(186, 180, 108, 210, '#c7cfd1', 16) +
      box(186, 290, 108, 100, '#8b5a35', 16) +
      box(178, 164, 124, 24, '#23383c', 10) +
      line('M240 160v-40h120', '#23383c', 14) +
      round(366, 112, 22, '#d98b4a') +
      beans(400, 8, 300, 420),
    'saturday-cupping':
      [110, 240, 370]
        .map(
          (x, at) =>
            oval(x, 300, 58, 18, '#f8f3e8') +
            shape(`M${x - 58} 300q6 84 58 84t58-84z`, '#f8f3e8') +
            oval(x, 300, 46, 12, ['#4a2f1d', '#6b4a33', '#8b5a35'][at] ?? ''),
        )
        .join('') +
      line('M200 120q60-16 90 40l50 60', '#8d989b', 14) +
      oval(190, 124, 34, 22, '#8d989b'),
  },
  electronics: {
    'afterwave-2':
      box(130, 190, 220, 180, pale, 70) +
      box(130, 262, 220, 6, '#8792a8') +
      round(240, 300, 8, '#8fe3ff') +
      [180, 300]
        .map((x) => oval(x, 130, 38, 34, metal) + box(x - 10, 140, 20, 64, metal, 10) + oval(x, 126, 16, 13, '#8fe3ff'))
        .join(''),
    'afterwave-lite':
      box(150, 230, 180, 140, '#e8b86b', 60) +
      box(150, 288, 180, 5, '#a77d3b') +
      [190, 290].map((x) => round(x, 160, 34, pale) + box(x - 8, 170, 16, 58, pale, 8)).join(''),
    jetlag:
      box(190, 70, 100, 340, metal, 26) +
      round(240, 240, 104, '#0b0e15') +
      round(240, 240, 92, '#131a28') +
      ['08:00', '01:00', '20:49']
        .map((time, at) => words(time, 240, 205 + at * 46, 34, at === 2 ? '#8fe3ff' : pale))
        .join('') +
      box(346, 226, 14, 34, pale, 6),
    parallel:
      shape('M120 250 20 120v240z', '#8fe3ff33') +
      box(120, 180, 270, 150, pale, 26) +
      round(178, 255, 46, '#0b0e15') +
      round(178, 255, 28, '#8fe3ff') +
      [0, 1, 2, 3].map((at) => box(270 + at * 24, 220, 8, 70, '#8792a8', 4)).join('') +
      box(160, 330, 30, 18, metal, 4) +
      box(320, 330, 30, 18, metal, 4),
    'polar-day':
      shape('M150 170h180l90 220H60z', '#fff2cc33') +
      shape('M170 120h140l30 60H140z', '#f2d479') +
      line('M240 180v180', pale, 14) +
      oval(240, 376, 92, 20, pale) +
      round(240, 372, 16, metal),
    'singularity-65':
      box(140, 130, 200, 220, pale, 34) +
      [0, 1].map((at) => box(190, 190 + at * 46, 100, 22, '#0b0e15', 11)).join('') +
      box(196, 284, 88, 28, '#0b0e15', 4) +
      words('65 W', 240, 172, 28, metal) +
      box(190, 350, 16, 50, '#8792a8', 4) +
      box(274, 350, 16, 50, '#8792a8', 4),
    'spare-sun':
      box(130, 110, 220, 290, '#e8b86b', 36) +
      round(240, 240, 54, '#fff2cc') +
      Array.from(
        { length: 8 },
        (_, at) => `<g transform="rotate(${at * 45} 240 240)">${box(234, 158, 12, 22, '#fff2cc', 6)}</g>`,
      ).join('') +
      [0, 1, 2, 3].map((at) => round(198 + at * 28, 362, 7, at < 3 ? '#ffffff' : '#a77d3b')).join(''),
    glitch:
      box(140, 150, 200, 150, pale, 40) +
      box(164, 176, 152, 96, '#0b0e15', 24) +
      box(190, 206, 34, 34, '#8fe3ff', 6) +
      box(262, 214, 34, 16, '#8fe3ff', 6) +
      line('M240 150v-40', pale, 10) +
      round(240, 102, 14, '#e8b86b') +
      box(180, 308, 120, 60, metal, 20) +
      box(160, 372, 160, 22, '#0b0e15', 11),
  },
  leather: {
    licol:
      line('M110 210Q240 20 370 210', dark, 16) +
      shape('M90 210h300q-6 150-60 180H150q-54-30-60-180z', hide) +
      stitches('M104 222h272q-8 132-52 154H156q-44-22-52-154z') +
      line('M240 236a26 26 0 1 0 .1 0', brass, 9),
    bat:
      line('M170 170q0-90 70-90t70 90', dark, 16) +
      shape('M90 170h300l24 220H66z', hide) +
      stitches('M104 184h272l20 192H84z') +
      box(90, 170, 300, 34, dark, 4) +
      box(160, 190, 14, 50, dark, 5) +
      box(306, 190, 14, 50, dark, 5),
    relais:
      line('M180 190q0-70 60-70t60 70', dark, 16) +
      box(50, 190, 380, 200, hide, 60) +
      box(120, 190, 22, 200, dark) +
      box(338, 190, 22, 200, dark) +
      stitches('M64 250h352') +
      round(131, 300, 10, brass) +
      round(349, 300, 10, brass),
    registre:
      box(70, 140, 340, 240, hide, 14) +
      shape('M70 150q0-10 10-10h320q10 0 10 10v90L240 300 70 240z', dark) +
      box(222, 130, 36, 230, '#8b5a35', 8) +
      stitches('M84 366h312') +
      box(216, 268, 48, 40, brass, 6) +
      box(226, 278, 28, 20, dark, 3),
    octroi:
      box(90, 170, 300, 200, dark, 16) +
      box(90, 160, 300, 190, hide, 16) +
      stitches('M104 174h272v162H104z') +
      box(236, 160, 8, 190, dark) +
      box(266, 196, 96, 60, '#8b5a35', 6),
    peage:
      box(150, 140, 190, 120, '#f8f3e8', 10) +
      box(130, 190, 220, 170, hide, 14) +
      stitches('M144 204h192v142H144z') +
      oval(240, 192, 44, 22, '#ece4d6'),
    sangle: `<g transform="rotate(-18 240 260)">${box(40, 236, 400, 52, hide, 8)}${stitches('M60 248h340')}${stitches('M60 276h340')}${line('M96 216h70v92H96z', brass, 12)}${box(126, 254, 60, 14, brass, 4)}${[0, 1, 2, 3].map((at) => round(280 + at * 36, 262, 6, dark)).join('')}</g>`,
    longe:
      line('M90 330Q120 120 240 200t150-70', hide, 22) +
      line('M90 330q-20 60 40 56 50-6 20-50', hide, 22) +
      line('M384 84a30 30 0 1 0 .1 0', brass, 12),
    onguent:
      oval(240, 350, 120, 30, '#8d7a4a') +
      box(120, 220, 240, 130, '#b8a468', 10) +
      oval(240, 220, 120, 30, '#d4c48a') +
      oval(240, 218, 92, 20, '#f1e6c4') +
      shape('M190 214q40-26 96 4-40 14-96-4z', '#e3d4a2') +
      words('Onguent', 240, 300, 32, '#4b3323'),
  },
}

const reason = whyNoChromium()
if (reason) {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({ executablePath, env: { ...env }, args: [...launchFlags] })
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } })
for (const [brand, products] of Object.entries(drawn)) {
  const { ground, table } = looks[brand as keyof typeof looks]
  const folder = fileURLToPath(new URL(`../personas/${brand}/assets/`, import.meta.url))
  mkdirSync(folder, { recursive: true })
  for (const [id, drawing] of Object.entries(products)) {
    const all = `${box(0, 0, SIZE, SIZE, ground)}${box(0, 350, SIZE, 130, table)}${drawing}`
    await page.setContent(
      `<body style="margin:0"><svg viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}">${all}</svg></body>`,
    )
    const bytes = await page.screenshot()
    if (bytes.length > MOST_BYTES) throw new Error(`${brand}/${id} has ${bytes.length} bytes`)
    writeFileSync(`${folder}${id}.png`, bytes)
    process.stdout.write(`${brand}/${id} ${Math.ceil(bytes.length / 1024)} kB\n`)
  }
}
await browser.close()
