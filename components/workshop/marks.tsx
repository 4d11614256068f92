import clsx from 'clsx'
import { softTone, type Tone } from '@/components/ui/tone'

const SKILL_TONES: Record<string, Tone> = {
  general: 'slate',
  engine: 'indigo',
  electrical: 'ochre',
  chassis: 'plum',
  body: 'rust',
  paint: 'sky',
  newEnergy: 'pine',
}

const MARK = 'inline-grid size-5 shrink-0 place-items-center rounded-sm text-xs leading-none font-semibold'

/** The skill a job takes, as a letter on its hue; the word is read aloud and shown on hover. */
export function SkillMark({ skill, mark, word }: { skill: string; mark: string; word: string }) {
  return (
    <span title={word} className={clsx(MARK, softTone[SKILL_TONES[skill] ?? 'slate'])}>
      <span aria-hidden>{mark}</span>
      <span className="sr-only">{word}</span>
    </span>
  )
}

/** The grade of a technician, as a letter in a frame. */
export function GradeMark({ mark, word }: { mark: string; word: string }) {
  return (
    <span title={word} className={clsx(MARK, 'border-line-strong/70 border')}>
      <span aria-hidden>{mark}</span>
      <span className="sr-only">{word}</span>
    </span>
  )
}
