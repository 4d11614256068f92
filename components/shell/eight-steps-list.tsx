import clsx from 'clsx'
import { STEPS } from '@/lib/core/step'
import { common } from '@/lib/i18n/common'
import type { Locale } from '@/lib/i18n/locales'
import { steps } from '@/lib/i18n/steps'

/** What the house promises in each of the eight steps, down one page. */
export function EightStepsList({ locale, className }: { locale: Locale; className?: string }) {
  const words = steps[locale]
  return (
    <aside className={clsx('relative flex-col justify-center overflow-hidden px-[8%] py-12', className)}>
      <p
        aria-hidden
        className="font-title text-sunk pointer-events-none absolute top-1/2 right-[4%] -translate-y-1/2 text-[min(26vw,24rem)] leading-[1.05] font-bold [text-orientation:upright] [writing-mode:vertical-rl]"
      >
        {common[locale].productMark}
      </p>
      <p className="font-title relative mb-8 max-w-md text-2xl leading-snug font-semibold">
        {common[locale].productLine}
      </p>
      <ol className="relative grid max-w-lg">
        {STEPS.map((code, index) => (
          <li key={code} className="grid grid-cols-[3rem_1fr] gap-x-4">
            <span className="flex flex-col items-center">
              <span className="rounded-control border-line-strong/50 bg-surface font-title text-celadon-ink grid size-11 place-items-center border text-xl font-semibold">
                {words[code].mark}
              </span>
              {index < 7 && <span aria-hidden className="bg-line-strong/50 w-px flex-1" />}
            </span>
            <span className="pb-5">
              <span className="block font-medium">{words[code].full}</span>
              <span className="text-muted block">{words[code].benefit}</span>
            </span>
          </li>
        ))}
      </ol>
    </aside>
  )
}
