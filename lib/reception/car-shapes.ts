import type { BodyKind } from './drawing'
import type { BodyView } from './walk-around'

/** Paths of one view: outline, glass, lines, lamps; wheels as circles or boxes. Drawn by hand for this product. */
export type CarView = {
  width: number
  height: number
  outline: string
  glass: string[]
  lines: string[]
  lamps: string[]
  wheels?: { cx: number; cy: number; r: number }[]
  boxes?: { x: number; y: number; width: number; height: number }[]
  mirrored?: boolean
}

const SIDE = { width: 1000, height: 340 }

const SALOON: CarView = {
  ...SIDE,
  outline:
    'M58 258C44 246 40 214 52 196C70 176 150 158 290 148L300 146C350 96 410 62 500 58C590 54 660 62 720 92C760 112 800 138 826 146C880 148 930 156 946 168C958 186 962 220 956 250C952 260 944 264 930 264L868 264A78 78 0 0 0 712 264L293 264A78 78 0 0 0 137 264L80 266C68 266 62 262 58 258Z',
  glass: [
    'M320 146C364 102 414 74 488 71L498 71L498 146Z',
    'M516 71C590 69 650 76 698 101C728 118 744 132 752 146L516 146Z',
  ],
  lines: [
    'M312 152C304 190 312 230 332 254', 'M507 72L507 258', 'M753 150C744 190 726 204 716 228', 'M300 258L706 258',
    'M438 174h36', 'M648 174h36', 'M150 168C120 172 92 180 60 196', 'M826 150C840 170 846 178 848 190',
  ], // prettier-ignore
  lamps: [
    'M56 200C76 186 108 180 134 180L118 200C98 205 76 208 55 210Z',
    'M948 174L912 170L906 192L957 198Z',
    'M334 140C326 128 342 122 356 130L356 145Z',
  ],
  wheels: [
    { cx: 215, cy: 258, r: 60 },
    { cx: 790, cy: 258, r: 60 },
  ],
}

const SUV: CarView = {
  ...SIDE,
  outline:
    'M56 256C42 240 40 196 54 176C74 156 160 140 288 132L300 130C340 82 390 46 470 42C600 36 760 38 836 50C880 60 916 110 934 146C952 160 958 214 952 250C948 260 940 264 926 264L874 264A84 84 0 0 0 706 264L299 264A84 84 0 0 0 131 264L80 266C66 266 60 262 56 256Z',
  glass: [
    'M320 130C358 90 406 58 478 55L496 55L496 130Z',
    'M513 54C590 50 660 50 711 52L711 130L513 130Z',
    'M728 52C780 54 826 58 842 64C866 78 886 106 896 130L728 130Z',
  ],
  lines: [
    'M310 134C302 180 308 226 330 254', 'M504 54L504 258', 'M720 52L720 190C716 204 712 214 708 226', 'M302 258L702 258',
    'M434 160h36', 'M650 160h36', 'M150 152C116 156 88 164 58 178', 'M902 132C916 150 930 150 940 152', 'M476 34L824 40',
  ], // prettier-ignore
  lamps: [
    'M56 182C76 168 112 160 140 160L122 184C100 190 76 192 54 194Z',
    'M938 152L904 148L900 190L953 196Z',
    'M332 124C324 112 340 106 354 114L354 129Z',
  ],
  wheels: [
    { cx: 215, cy: 256, r: 66 },
    { cx: 790, cy: 256, r: 66 },
  ],
}

const MPV: CarView = {
  ...SIDE,
  outline:
    'M54 256C42 240 40 200 56 180C70 162 110 150 190 140C250 96 320 48 430 40C590 30 790 34 880 46C912 56 938 110 946 150C958 200 956 236 952 252C948 262 938 264 926 264L872 264A82 82 0 0 0 708 264L297 264A82 82 0 0 0 133 264L80 266C66 266 60 262 54 256Z',
  glass: [
    'M228 138L300 90L300 138Z',
    'M316 82C350 62 390 52 440 50L496 49L496 138L316 138Z',
    'M513 48L711 46L711 138L513 138Z',
    'M728 46C800 46 860 50 876 58C892 80 904 110 910 138L728 138Z',
  ],
  lines: [
    'M308 90L304 190C306 226 314 244 330 256', 'M504 48L504 258', 'M720 46L720 190C716 204 712 214 708 226', 'M302 258L702 258',
    'M434 166h36', 'M530 166h36', 'M524 178L900 178', 'M150 156C116 160 88 168 60 182',
  ], // prettier-ignore
  lamps: [
    'M58 186C78 170 116 162 146 160L126 186C102 192 78 196 56 198Z',
    'M946 146L918 142L914 190L954 196Z',
    'M262 136C254 124 270 118 284 126L284 140Z',
  ],
  wheels: [
    { cx: 215, cy: 256, r: 64 },
    { cx: 790, cy: 256, r: 64 },
  ],
}

const ACROSS = { width: 440, height: 340 }
/** The roof rises with the kind of body: 0 for a saloon. */
const across = (rise: number): string =>
  `M70 288C52 284 46 252 46 216C46 188 56 168 76 156L104 146C116 ${108 - rise} 136 ${78 - rise} 156 ${66 - rise}C190 ${56 - rise} 250 ${56 - rise} 284 ${66 - rise}C304 ${78 - rise} 324 ${108 - rise} 336 146L364 156C384 168 394 188 394 216C394 252 388 284 370 288Z`
const screen = (rise: number): string =>
  `M122 146C132 ${114 - rise} 150 ${90 - rise} 164 ${81 - rise}C194 ${73 - rise} 246 ${73 - rise} 276 ${81 - rise}C290 ${90 - rise} 308 ${114 - rise} 318 146Z`
const TYRES = [
  { x: 64, y: 274, width: 44, height: 50 },
  { x: 332, y: 274, width: 44, height: 50 },
]

const front = (rise: number): CarView => ({
  ...ACROSS,
  outline: across(rise),
  glass: [screen(rise)],
  lines: [
    'M150 198L290 198L272 238L168 238Z',
    'M158 211L282 211',
    'M163 224L277 224',
    'M56 244C120 258 320 258 384 244',
    'M104 150C160 158 280 158 336 150',
    'M182 250h76v24h-76Z',
  ],
  lamps: [
    'M60 188L122 182L134 206L66 214Z',
    'M380 188L318 182L306 206L374 214Z',
    'M102 144C82 138 72 128 88 122L108 132Z',
    'M338 144C358 138 368 128 352 122L332 132Z',
  ],
  boxes: TYRES,
})
const rear = (rise: number): CarView => ({
  ...ACROSS,
  outline: across(rise),
  glass: [screen(rise)],
  lines: [
    'M96 162C160 154 280 154 344 162L352 230C280 240 160 240 88 230Z',
    'M56 246C120 260 320 260 384 246',
    'M178 190h84v26h-84Z',
    'M200 168h40',
    'M220 240L220 244',
  ],
  lamps: [
    'M50 184L108 172L112 204L50 216Z',
    'M390 184L332 172L328 204L390 216Z',
    'M102 144C82 138 72 128 88 122L108 132Z',
    'M338 144C358 138 368 128 352 122L332 132Z',
  ],
  boxes: TYRES,
})

/** `back`: where the rear window ends; a saloon keeps a boot behind it. */
const top = (back: number, hood: number): CarView => ({
  width: 1000,
  height: 400,
  outline:
    'M54 200C50 134 64 84 124 68C300 54 700 54 884 68C938 80 952 134 952 200C952 266 938 320 884 332C700 346 300 346 124 332C64 316 50 266 54 200Z',
  glass: [
    `M${hood} 100C${hood - 28} 150 ${hood - 28} 250 ${hood} 300L${hood + 72} 278C${hood + 58} 230 ${hood + 58} 170 ${hood + 72} 122Z`,
    `M${back} 104C${back + 24} 160 ${back + 24} 240 ${back} 296L${back - 66} 276C${back - 54} 230 ${back - 54} 170 ${back - 66} 124Z`,
    `M${hood + 18} 88L${back - 20} 90L${back - 74} 112L${hood + 84} 110Z`,
    `M${hood + 18} 312L${back - 20} 310L${back - 74} 288L${hood + 84} 290Z`,
  ],
  lines: [
    `M${hood - 6} 102C${hood - 100} 92 140 104 104 126`, `M${hood - 6} 298C${hood - 100} 308 140 296 104 274`,
    `M${hood + 88} 118L${back - 78} 118`, `M${hood + 88} 282L${back - 78} 282`,
    ...(back < 800 ? [`M${back + 22} 120C880 128 920 150 926 200C920 250 880 272 ${back + 22} 280`] : [`M${back + 30} 120L${back + 30} 280`]),
  ], // prettier-ignore
  lamps: ['M66 128L104 108L112 134L64 158Z', 'M66 272L104 292L112 266L64 242Z', 'M944 128L912 112L908 140L949 158Z', 'M944 272L912 288L908 260L949 242Z',
    `M${hood + 30} 62L${hood + 52} 40L${hood + 66} 44L${hood + 56} 62Z`, `M${hood + 30} 338L${hood + 52} 360L${hood + 66} 356L${hood + 56} 338Z`], // prettier-ignore
})

const KINDS = {
  saloon: { side: SALOON, rise: 0, top: top(764, 296) },
  suv: { side: SUV, rise: 22, top: top(880, 296) },
  mpv: { side: MPV, rise: 30, top: top(896, 226) },
} as const

/** The drawing of one view of a kind of car. Left and front look as one stands before them. */
export function carView(kind: BodyKind, view: BodyView): CarView {
  const { side, rise, top } = KINDS[kind]
  switch (view) {
    case 'left':
      return side
    case 'right':
      return { ...side, mirrored: true }
    case 'front':
      return front(rise)
    case 'rear':
      return rear(rise)
    case 'top':
      return top
  }
}
