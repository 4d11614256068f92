/** Tyres and pads as they wear over the kilometres, with new ones every so often; no chance in it, so that visits fit together. */
export function wheelsAt(km: number) {
  const left = (deep: number, per1000: number, lasts: number) =>
    Math.max(14, Math.round(deep - ((km % lasts) * per1000) / 1000))
  const [front, rear] = [left(80, 1.2, 52_000), left(80, 0.9, 68_000)]
  const [frontPad, rearPad] = [left(110, 1.4, 56_000), left(100, 0.8, 84_000)]
  return [
    { wheel: 'frontLeft' as const, treadTenthMm: front, padTenthMm: frontPad },
    { wheel: 'frontRight' as const, treadTenthMm: front + 1, padTenthMm: frontPad },
    { wheel: 'rearLeft' as const, treadTenthMm: rear, padTenthMm: rearPad },
    { wheel: 'rearRight' as const, treadTenthMm: rear + 2, padTenthMm: rearPad + 1 },
  ]
}
