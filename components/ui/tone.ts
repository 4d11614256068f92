/** Meanings of colour. The last six are free for kinds that must stay apart, such as payers and skills. */
export type Tone =
  | 'neutral'
  | 'celadon'
  | 'pine'
  | 'amber'
  | 'vermilion'
  | 'indigo'
  | 'plum'
  | 'ochre'
  | 'sky'
  | 'rust'
  | 'slate'

export const softTone: Record<Tone, string> = {
  neutral: 'bg-sunk text-muted',
  celadon: 'bg-celadon-soft text-celadon-ink',
  pine: 'bg-pine-soft text-pine-ink',
  amber: 'bg-amber-soft text-amber-ink',
  vermilion: 'bg-vermilion-soft text-vermilion-ink',
  indigo: 'bg-indigo-soft text-indigo-ink',
  plum: 'bg-plum-soft text-plum-ink',
  ochre: 'bg-ochre-soft text-ochre-ink',
  sky: 'bg-sky-soft text-sky-ink',
  rust: 'bg-rust-soft text-rust-ink',
  slate: 'bg-slate-soft text-slate-ink',
}

export const fillTone: Record<Tone, string> = {
  neutral: 'bg-line-strong text-paper',
  celadon: 'bg-celadon text-on-celadon',
  pine: 'bg-pine text-on-pine',
  amber: 'bg-amber text-on-amber',
  vermilion: 'bg-vermilion text-on-vermilion',
  indigo: 'bg-indigo text-on-indigo',
  plum: 'bg-plum text-on-plum',
  ochre: 'bg-ochre text-on-ochre',
  sky: 'bg-sky text-on-sky',
  rust: 'bg-rust text-on-rust',
  slate: 'bg-slate text-on-slate',
}
