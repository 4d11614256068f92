import clsx from 'clsx'

export const controlClass = (className?: string) =>
  clsx(
    'w-full min-w-0 rounded-control border border-line-strong/70 bg-raised px-3 text-ink transition-colors',
    'min-h-11 desk:min-h-9',
    'hover:border-line-strong focus-visible:border-celadon focus-visible:outline-offset-0',
    'aria-invalid:border-vermilion aria-invalid:ring-1 aria-invalid:ring-vermilion',
    'disabled:cursor-not-allowed disabled:bg-sunk disabled:text-muted',
    className,
  )
