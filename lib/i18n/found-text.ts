import type { Locale } from '../core/locale'
import type { Found } from '../reception/found'
import { mmOf } from '../reception/wheels'
import { condition } from './condition'
import { reception } from './reception'

/** What was seen at the car, as a line of an order would call it. */
export function foundText(found: Found, locale: Locale): string {
  const t = condition[locale]
  const with_ = (title: string, note: string) => (note ? t.foundNote({ title, note }) : title)
  switch (found.kind) {
    case 'said':
      return found.text
    case 'extra':
      return with_(found.title, found.note)
    case 'light':
      return t.foundLight({ light: t.lights[found.light] ?? found.light })
    case 'wheel':
      return t.foundWheel({
        wheel: t.wheels[found.wheel],
        what: t.wornOf[found.worn],
        mm: mmOf(found.tenthMm),
      })
    case 'item':
      return with_(
        t.foundItem({ item: reception[locale].items[found.item] ?? found.item }),
        [found.note, found.marks ? t.foundMarks({ count: found.marks }) : ''].filter(Boolean).join(' · '),
      )
  }
}
