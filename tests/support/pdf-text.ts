import { extractText, getDocumentProxy } from 'unpdf'

/** What a reader of PDFs finds in the file: its text without spaces and line ends, and how many pages. */
export async function pdfText(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { text, totalPages } = await extractText(document, { mergePages: true })
  return { text: text.replace(/\s+/g, ''), pages: totalPages }
}

/** Fonts of a PDF as its text names them, and whether each has its file inside. */
export function pdfFonts(bytes: Uint8Array): { names: string[]; embedded: number; descriptors: number } {
  const raw = Buffer.from(bytes).toString('latin1')
  const count = (pattern: RegExp) => raw.match(pattern)?.length ?? 0
  return {
    names: [
      ...new Set([...raw.matchAll(/\/FontName \/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(([, name]) => name ?? '')),
    ],
    embedded: count(/\/FontFile2 /g),
    descriptors: count(/\/Type \/FontDescriptor/g),
  }
}
