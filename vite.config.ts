/** How a page is built, the desk's if no other is named: from adapters/desk/page into adapters/desk/dist, with nothing inline, as its content policy asks. */
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'adapters/desk/page',
  base: '/desk/',
  logLevel: 'warn',
  clearScreen: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
