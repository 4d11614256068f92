import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import pdfmake from 'pdfmake'
import type { Paper } from '../paper'
import { pdfOf } from '../pdf'
import type { Setter } from '../pdf-style'
import { setterOf, type Coverage } from '../runs'

const FONTS = ['sans', 'sans-bold', 'rare', 'rare-hk', 'rare-jp'] as const
const FOLDER = join(/*turbopackIgnore: true*/ process.cwd(), 'lib', 'documents', 'fonts')

let setter: Setter | undefined

/** Reads the fonts once in the life of the process. */
function prepare(): Setter {
  if (setter) return setter
  for (const name of FONTS)
    pdfmake.virtualfs.writeFileSync(
      `${name}.ttf`,
      brotliDecompressSync(readFileSync(join(FOLDER, `${name}.ttf.br`))),
    )
  const single = (name: string) => ({ normal: `${name}.ttf`, bold: `${name}.ttf` })
  pdfmake.setFonts({
    sans: { normal: 'sans.ttf', bold: 'sans-bold.ttf' },
    rare: single('rare'),
    'rare-hk': single('rare-hk'),
    'rare-jp': single('rare-jp'),
  })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  const coverage = JSON.parse(readFileSync(join(FOLDER, 'coverage.json'), 'utf8')) as Coverage
  return (setter = setterOf(coverage))
}

/**
 * Sets a paper as a PDF on A4 with its fonts inside. The same paper made at the same instant gives the same bytes.
 */
export async function typeset(paper: Paper, made: Date): Promise<Buffer> {
  const set = prepare()
  return pdfmake.createPdf(pdfOf(paper, set, made)).getBuffer()
}
