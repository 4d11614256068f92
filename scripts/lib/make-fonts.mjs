// Makes the fonts of the papers from full ones:
//   npx -p @expo-google-fonts/noto-sans-sc@0.4.3 -p @expo-google-fonts/noto-sans-jp@0.4.3 -p @expo-google-fonts/noto-sans-hk@0.4.3 \
//     -p subset-font@2.9.0 -c 'node scripts/lib/make-fonts.mjs'
import { createRequire } from 'node:module'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const OUT = new URL('../../lib/documents/fonts/', import.meta.url)
const bin = process.env.PATH?.split(delimiter).find((path) => path.includes('_npx')) ?? ''
const from = createRequire(join(process.env.FONT_MODULES ?? dirname(bin), 'x.js'))
const subsetFont = from('subset-font')
const fontkit = from('fontkit')
const full = (family, style) =>
  readFileSync(
    from.resolve(
      `@expo-google-fonts/noto-sans-${family}/${style}/NotoSans${family.toUpperCase()}_${style}.ttf`,
    ),
  )
const lettersOf = (font) => fontkit.create(font).characterSet
const text = (codes) => codes.map((code) => String.fromCodePoint(code)).join('')
const isHan = (code) =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x20000 && code < 0x40000)

/** GB 2312, Latin letters with accents, and the signs that papers use. */
function common() {
  const gbk = new TextDecoder('gbk')
  const codes = new Set()
  for (let row = 0xa1; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const letter = gbk.decode(Uint8Array.of(row, cell))
      if ([...letter].length === 1 && letter !== '\ufffd') codes.add(letter.codePointAt(0))
    }
  for (let code = 0x20; code < 0x180; code++) codes.add(code)
  for (const sign of '–—‘’“”…•·−×÷±≤≥≈→←↑↓℃№™€£¥〓○●□■✓') codes.add(sign.codePointAt(0))
  return codes
}

async function save(name, font, codes) {
  const made = await subsetFont(font, text(codes), { targetFormat: 'truetype' })
  const packed = brotliCompressSync(made, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  writeFileSync(new URL(`${name}.ttf.br`, OUT), packed)
  console.log(name, codes.length, made.length, packed.length)
}

const wanted = common()
const regular = full('sc', '400Regular')
const known = lettersOf(regular)
const usual = known.filter((code) => wanted.has(code))
await save('sans', regular, usual)
await save('sans-bold', full('sc', '700Bold'), usual)
const rare = known.filter((code) => isHan(code) && !wanted.has(code))
await save('rare', regular, rare)

const covered = new Set([...usual, ...rare])
const beyond = { rare }
for (const family of ['hk', 'jp']) {
  const font = full(family, '400Regular')
  const codes = lettersOf(font).filter((code) => isHan(code) && !covered.has(code))
  for (const code of codes) covered.add(code)
  beyond[family] = codes
  await save(`rare-${family}`, font, codes)
}

const ranges = (codes) =>
  [...codes]
    .sort((a, b) => a - b)
    .reduce((all, code) => {
      const last = all.at(-1)
      if (last && last[1] === code - 1) last[1] = code
      else all.push([code, code])
      return all
    }, [])
    .map(([first, last]) =>
      first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`,
    )
    .join(' ')
const coverage = {
  sans: ranges(usual),
  'rare-hk': ranges(beyond.hk),
  'rare-jp': ranges(beyond.jp),
  rare: ranges(rare),
}
writeFileSync(new URL('coverage.json', OUT), `${JSON.stringify(coverage, null, 1)}\n`)
copyFileSync(from.resolve('@expo-google-fonts/noto-sans-sc/LICENSE_FONT'), new URL('OFL.txt', OUT))
