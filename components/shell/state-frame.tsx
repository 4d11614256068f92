import type { ReactNode } from 'react'

/** The whole page, where there is nothing else to show. */
export function StateFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid min-h-[70dvh] max-w-lg place-items-center content-center gap-4 px-6 py-12 text-center">
      <EightSteps />
      <h1 className="font-title text-2xl font-semibold">{title}</h1>
      <p className="text-muted">{lead}</p>
      {children}
    </div>
  )
}

/** The ribbon with one step out of line. */
function EightSteps() {
  return (
    <svg aria-hidden viewBox="0 0 172 30" className="text-celadon h-8">
      {Array.from({ length: 8 }, (_, step) => (
        <rect
          key={step}
          x={step * 21.5}
          y={step === 4 ? 15 : 10}
          width="20"
          height="8"
          rx="1.5"
          className={step < 4 ? 'fill-celadon' : step === 4 ? 'fill-vermilion' : 'fill-line'}
          transform={step === 4 ? 'rotate(9 96 19)' : undefined}
        />
      ))}
    </svg>
  )
}
