/** A plate on a public screen: region and last two characters, the rest covered (X-SEC-09). */
export function maskedPlate(plate: string): string {
  const signs = [...plate]
  const covered = Math.max(1, signs.length - 4)
  return [...signs.slice(0, 2), ...Array<string>(covered).fill('•'), ...signs.slice(-2)].join('')
}

/** A name on a public screen: its first sign, the rest covered. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name.trim()]
  return first + '*'.repeat(Math.min(2, Math.max(1, rest.length)))
}
