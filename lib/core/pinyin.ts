import { pinyin } from 'pinyin-pro'

/** Full pinyin ('zhangwei') and initials ('zw') of a name, surname read as a surname; Latin names in lower case. */
export function pinyinOf(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', nonZh: 'consecutive' })
    .flatMap((part) => part.toLowerCase().split(/[^a-z0-9]+/))
    .filter(Boolean)
  return { pinyin: syllables.join(''), initials: syllables.map((part) => part[0]).join('') }
}
