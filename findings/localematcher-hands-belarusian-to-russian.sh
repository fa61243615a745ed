#!/usr/bin/env bash
# The matcher of languages that formatting libraries recommend does not fall back to the default when a fan's language is
# none of the brand's: it takes a neighbour, as a table of Unicode's says people will understand it. With English as
# default, who asks for Belarusian, Armenian or Tatar gets Russian, Basque and Galician get Spanish, Tibetan gets
# Chinese, Breton French; Ukrainian and Georgian get the default, as one expects. That may be meant well for a menu, but
# a character who answers a stranger in the language of another nation has said something about the fan. Only a
# second wish that is spoken wins over it. Compare base languages yourself where a voice is chosen, and keep the matcher
# for formats.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(@formatjs/intl-localematcher@0.10.1)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { match } from '@formatjs/intl-localematcher'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('@formatjs/intl-localematcher', versionOf('@formatjs/intl-localematcher'))
const spoken = ['en', 'ru', 'zh', 'es', 'fr']
const given = (...wished) => match(wished, spoken, 'en')
const wishes = ['uk', 'ka', 'be', 'hy', 'tt', 'eu', 'gl', 'bo', 'br']
const seen = Object.fromEntries(wishes.map((wish) => [wish, given(wish)]))

console.log('expected: the default, en, for each of them')
console.log('seen:    ', seen)
assert.deepEqual(seen, { uk: 'en', ka: 'en', be: 'ru', hy: 'ru', tt: 'ru', eu: 'es', gl: 'es', bo: 'zh', br: 'fr' })
assert.equal(given('be', 'en'), 'en')
JS
node "$tmp/see.mjs"
