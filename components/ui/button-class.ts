import clsx from 'clsx'

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet'
/** `medium` is 44 px under a finger and 36 px at the desk; `large` is 48 px; `small` is for rows at the desk. */
export type ButtonSize = 'small' | 'medium' | 'large'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-celadon text-on-celadon hover:bg-celadon-hover',
  secondary: 'border border-line-strong/60 bg-raised text-ink hover:border-line-strong hover:bg-hover',
  danger: 'bg-vermilion text-on-vermilion hover:bg-vermilion-hover',
  quiet: 'text-celadon-ink hover:bg-celadon-soft',
}

const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-11 px-3 text-sm desk:min-h-8 desk:px-2.5',
  medium: 'min-h-11 px-4 desk:min-h-9 desk:px-3.5',
  large: 'min-h-12 px-5 text-lg',
}

export function buttonClass({
  variant = 'secondary',
  size = 'medium',
  block = false,
  className,
}: { variant?: ButtonVariant; size?: ButtonSize; block?: boolean; className?: string } = {}): string {
  return clsx(
    'inline-flex items-center justify-center gap-2 rounded-control py-1 text-center leading-tight font-medium transition-colors select-none',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
    VARIANTS[variant],
    SIZES[size],
    block && 'w-full',
    className,
  )
}
