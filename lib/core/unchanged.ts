import { Refusal } from './refusal'

const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim()

/**
 * Whether a text still says what it said when its form was opened (security rule R42). Refuses `common.text-changed` with what it
 * says now and who wrote that, so that the later writer sees both.
 */
export function checkUnchanged(was: string, now: { text: string; by: string; of?: string }): void {
  if (plain(was) !== plain(now.text)) throw new Refusal('common.text-changed', now)
}

/** Two people's texts as one, for a form that saves itself: the earlier first, nothing twice. */
export function bothTexts(earlier: string, later: string): string {
  const [first, second] = [plain(earlier), plain(later)]
  if (second.includes(first)) return second
  return first.includes(second) ? first : `${first}\n${second}`
}
