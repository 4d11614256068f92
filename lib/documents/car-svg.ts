import { carView } from '../reception/car-shapes'
import { bodyKindOf } from '../reception/drawing'
import type { BodyView } from '../reception/walk-around'
import { COLOURS } from './pdf-style'

export type CarMark = { view: string; x: number; y: number; severity: number; no: number }

/** Strokes of the figures in a box of 6 by 10, so that a drawing needs no font. */
const FIGURES = [
  'M3 0C0 0 0 10 3 10C6 10 6 0 3 0', 'M1 2L3.5 0V10', 'M0 2.5C0-1 6-1 6 2.5C6 5 0 8 0 10H6', 'M0 1C3-1 6 0 6 2.5C6 5 3 5 2 5C4 5 6 5 6 7.5C6 10 3 11 0 9',
  'M4.5 10V0L0 7H6', 'M5.5 0H1L.5 4.5C3 3 6 4 6 7C6 10 2 11 0 9', 'M5 0C1 1 0 5 0 7C0 11 6 11 6 7C6 4 2 3.5 .3 6', 'M0 0H6L2 10',
  'M3 4.6C0 4.6 0 0 3 0C6 0 6 4.6 3 4.6C-.5 4.6-.5 10 3 10C6.5 10 6.5 4.6 3 4.6', 'M1 10C5 9 6 5 6 3C6-1 0-1 0 3C0 6 4 6.5 5.7 4',
] as const // prettier-ignore

/** One view of a car as SVG with its numbered marks; coordinates of marks are thousandths of the view. */
export function carSvg(bodyKind: string, view: BodyView, marks: readonly CarMark[]): string {
  const {
    width,
    height,
    outline,
    glass,
    lines,
    lamps,
    wheels = [],
    boxes = [],
    mirrored,
  } = carView(bodyKindOf(bodyKind), view)
  const path = (d: string, fill: string, stroke = 3) =>
    `<path d="${d}" fill="${fill}" stroke-width="${stroke}"/>`
  const body = [
    ...boxes.map(
      (box) =>
        `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="10" fill="#e9e6df"/>`,
    ),
    path(outline, '#ffffff', 4),
    ...glass.map((d) => path(d, '#e2ecec')),
    ...lamps.map((d) => path(d, '#f6ead2')),
    ...lines.map((d) => path(d, 'none', 2.5)),
    ...wheels.map(
      ({ cx, cy, r }) =>
        `<circle cx="${cx}" cy="${cy}" r="${r}" fill="#e9e6df"/><circle cx="${cx}" cy="${cy}" r="${r * 0.62}" fill="#ffffff"/>`,
    ),
  ].join('')
  const turn = mirrored ? ` transform="translate(${width} 0) scale(-1 1)"` : ''
  const dots = marks
    .filter((mark) => mark.view === view)
    .map((mark) => dot((mark.x / 1000) * width, (mark.y / 1000) * height, mark))
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><g${turn} fill="none" stroke="${COLOURS.strong}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${body}</g>${dots}</svg>`
}

function dot(x: number, y: number, { no, severity }: CarMark): string {
  const r = 22 + 4 * severity
  const figures = [...String(no)]
  const scale = figures.length > 1 ? 2 : 2.6
  const whole = figures.length * 8 - 2
  const drawn = figures
    .map((figure, i) => `<path transform="translate(${i * 8} 0)" d="${FIGURES[Number(figure)]}"/>`)
    .join('')
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${COLOURS.vermilion}" stroke="#ffffff" stroke-width="3"/><g transform="translate(${x - (whole / 2) * scale} ${y - 5 * scale}) scale(${scale})" fill="none" stroke="#ffffff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${drawn}</g>`
}
