/** Preloaded into the program: at its end it prints which packages' files were loaded. */
import { registerHooks } from 'node:module'

const loaded = []
registerHooks({
  load(url, context, next) {
    if (url.includes('/node_modules/')) loaded.push(url.split('/node_modules/').at(-1))
    return next(url, context)
  },
})
process.on('exit', () => process.stderr.write(`${loaded.join('\n')}\n`))
