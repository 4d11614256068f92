/** Yuan as people type them (1,280.50) in fen; NaN when it is no amount. */
export function fenOfYuan(text: string): number {
  const plain = text.normalize('NFKC').replace(/[,\s¥]/g, '')
  if (!/^\d{1,8}(\.\d{1,2})?$/.test(plain)) return Number.NaN
  const [yuan = '0', cents = ''] = plain.split('.')
  return Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
}

/** Fen as an amount that can be edited: 50800 → 508.00. */
export const yuanOf = (fen: number): string =>
  `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
