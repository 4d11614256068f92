const HIDDEN =
  /^(phone|recipient|reachBy|vin|link|strokes|.*secret.*|authorization|access.?key.*|cookie|.*password.*|.*token)$/i
const CODE = /^\d{4,8}$/
const DEEPEST = 8

const IN_TEXT: [RegExp, string][] = [
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, '[phone]'],
  [/\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}\b/g, '[vin]'],
  [/(\/v\/|babu_|Bearer )[\w-]{20,}/g, '$1[token]'],
]

const ofText = (text: string): string =>
  IN_TEXT.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text)

const ofError = (error: Error): object => {
  const { name, message, stack, cause } = error
  return { name, message, stack, ...(cause === undefined ? {} : { cause }), ...(error as object) }
}

const isSecret = (name: string, value: unknown): boolean =>
  HIDDEN.test(name) || (name === 'code' && typeof value === 'string' && CODE.test(value))

/**
 * A copy without what no log may hold, at any depth (R57): telephones, VINs, passwords, tokens, links, codes, strokes; by
 * the name of the field, and by their look inside texts.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return ofText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth >= DEEPEST) return '[deep]'
  if (Array.isArray(value)) return value.map((entry) => redact(entry, depth + 1))
  return Object.fromEntries(
    Object.entries(value instanceof Error ? ofError(value) : value).map(([key, entry]) => [
      key,
      isSecret(key, entry) ? '[hidden]' : redact(entry, depth + 1),
    ]),
  )
}
