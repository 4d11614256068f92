declare module 'pdfmake' {
  const pdfmake: {
    virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void }
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void
    setUrlAccessPolicy(allow: (url: string) => boolean): void
    setLocalAccessPolicy(allow: (path: string) => boolean): void
    createPdf(definition: Record<string, unknown>): { getBuffer(): Promise<Buffer> }
  }
  export default pdfmake
}
