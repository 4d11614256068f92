/** Digits only, half-width, without +86 / 0086; other country codes keep their plus. */
export function normalPhone(text: string): string {
  const digits = text.normalize('NFKC').replace(/[^\d+]/g, '')
  return digits.replace(/^(\+86|0086|86(?=1\d{10}$))/, '')
}

/** A mainland mobile number: 11 digits, 13 to 19. */
export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(normalPhone(text))

/** A mobile, a mainland landline with area code, or an international number. */
export const isPhone = (text: string): boolean => {
  const phone = normalPhone(text)
  return (
    isMobile(phone) ||
    /^0\d{2,3}\d{7,8}$/.test(phone) ||
    /^\+\d{7,15}$/.test(phone) ||
    /^400\d{7}$/.test(phone)
  )
}
