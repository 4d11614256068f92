const INVISIBLE =
  /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g

/** Text as it is stored: NFC, without control, bidi and zero-width characters, trimmed. Names keep their dots. */
export const cleanText = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '').trim()

/** A code as it is compared: NFKC (full-width becomes half-width), upper case, without separators. */
export const canonicalCode = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toUpperCase()
    .replace(/[\s·•・.\-_]/g, '')
