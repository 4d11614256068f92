import clsx from 'clsx'
import { normalPlate, plateKindOf, type PlateKind } from '@/lib/core/plate'

type Props = {
  /** As stored. */
  plate: string
  kind?: PlateKind
  size?: 'small' | 'medium' | 'large'
  className?: string
}

const HEIGHTS = { small: 'h-6', medium: 'h-8', large: 'h-14' }

/** Centres of the characters, after GA 36: 440 mm wide with seven of them, 480 mm with eight. */
const SEVEN = { width: 440, dot: 134, centres: [37, 95, 174, 231, 288, 345, 402] }
const EIGHT = { width: 480, dot: 131, centres: [37, 94, 170, 224, 279, 333, 388, 442] }
/** The province is drawn this much wider where the plate is too small to read it. */
const WIDER = { small: 34, medium: 22, large: 0 }

/** A vehicle by its plate, drawn like one. One text: it can be selected, copied and read aloud. */
export function Plate({ plate, kind, size = 'medium', className }: Props) {
  const text = normalPlate(plate)
  const characters = [...text]
  if (characters.length < 7 || characters.length > 8)
    return <FreePlate text={plate} size={size} className={className} />
  const shown = kind ?? plateKindOf(text)
  const form = characters.length === 8 ? EIGHT : SEVEN
  const wider = WIDER[size]
  const width = form.width + wider
  const dot = form.dot + wider
  const centres = form.centres.map((x, index) => x + (index === 0 ? wider / 2 : wider))
  const big = shown === 'green' && /[A-Z]$/.test(text)
  return (
    <svg
      viewBox={`0 0 ${width} 140`}
      role="img"
      aria-label={text}
      data-kind={shown}
      className={clsx('plate inline-block w-auto max-w-none shrink-0 align-middle', HEIGHTS[size], className)}
    >
      <rect width={width} height="140" rx="16" className="plate-ground" />
      {big && (
        <path
          d={`M16 0H${120 + wider}V140H16A16 16 0 0 1 0 124V16A16 16 0 0 1 16 0Z`}
          className="plate-large"
        />
      )}
      <rect x="7" y="7" width={width - 14} height="126" rx="11" className="plate-frame" />
      {shown !== 'green' && <circle cx={dot} cy="70" r="7" className="plate-dot" />}
      <text x={centres.join(' ')} y="104" textAnchor="middle" className="plate-text">
        {characters.map((character, index) =>
          character.charCodeAt(0) > 0x7f ? (
            <tspan key={index} className="plate-han" textLength={45 + wider} lengthAdjust="spacingAndGlyphs">
              {character}
            </tspan>
          ) : (
            character
          ),
        )}
      </text>
    </svg>
  )
}

/** Temporary, foreign or military plates: the text in the same frame. */
function FreePlate({
  text,
  size,
  className,
}: {
  text: string
  size: 'small' | 'medium' | 'large'
  className?: string
}) {
  return (
    <span
      className={clsx(
        'rounded-control border-line-strong bg-raised font-plate text-ink inline-flex shrink-0 items-center border px-2 font-semibold tracking-wider whitespace-nowrap',
        HEIGHTS[size],
        size === 'large' ? 'text-2xl' : size === 'medium' ? 'text-base' : 'text-sm',
        className,
      )}
    >
      {text}
    </span>
  )
}
