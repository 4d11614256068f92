import type { Random } from './random'

/** What customers say; kept in the language they say it. */
export const CONCERNS = {
  service: '到里程了，做个保养，顺便检查一下。',
  brakes: '刹车时有吱吱的异响，低速更明显。',
  start: '早上冷车启动困难，要打两三次火。',
  noise: '过减速带底盘有咯噔声。',
  battery: '放两天就打不着火，怀疑电瓶亏电。',
  alternator: '仪表充电灯时亮时灭。',
} as const
type Concern = keyof typeof CONCERNS

export const HANDWRITING = JSON.stringify([
  { points: [[20, 40], [34, 22], [48, 46], [60, 28], [74, 50]].map(([x, y], i) => ({ x, y, time: i * 30 })) },
  { points: [[84, 30], [100, 52], [118, 26], [140, 44]].map(([x, y], i) => ({ x, y, time: 200 + i * 30 })) },
]) // prettier-ignore

export type Plan = {
  booked: boolean
  active: boolean
  channel: 'phone' | 'store' | 'wechat'
  /** When the car is wanted to come. */
  at: Date
  fate: 'comes' | 'cancels' | 'noShow'
  packages: string[]
  concern: Concern | null
  operation: string | null
  parts: string[]
  wash: boolean
  /** What the technician finds, and what the customer says to it. */
  finds: {
    operation: string
    part: string | null
    what: string
    why: string
    whatIfNot: string
    how: string
    answer: 'approve' | 'decline'
    /** A matter of safety: who says no signs a notice. */
    urgent?: boolean
  } | null
  failsInspection: boolean
  latePart: boolean
  satisfaction: 'verySatisfied' | 'basicallySatisfied' | 'disappointed'
}

const FINDINGS = [
  { operation: 'R101', part: 'P0010', what: '前制动片仅剩 2 毫米', why: '低于 3 毫米更换标准', whatIfNot: '制动距离变长，继续磨损会伤及制动盘', how: '更换前制动片套装并检查制动盘' },
  { operation: 'M002', part: 'P0004', what: '空气滤芯严重脏污', why: '表面积尘并有杂物', whatIfNot: '油耗上升、动力下降', how: '更换空气滤芯' },
  { operation: 'R107', part: 'P0015', what: '雨刮片胶条开裂', why: '刮拭有条纹和异响', whatIfNot: '雨天视线不清', how: '更换一对雨刮片' },
  { operation: 'R106', part: 'P0014', what: '蓄电池启动电压偏低', why: '负载测试 9.4 伏', whatIfNot: '冬季可能无法启动', how: '更换蓄电池' },
] // prettier-ignore

/** A believable customer: mostly service, some faults, some findings, few failures. */
export function aPlan(r: Random, at: Date): Plan {
  const concern = r.chance(0.28) ? r.pick(['brakes', 'start', 'noise', 'battery'] as const) : null
  const repair = {
    brakes: ['R101', 'P0010'],
    noise: ['R108', 'P0016'],
    battery: ['R106', 'P0014'],
    start: ['M005', 'P0006'],
  } as const
  const [operation, part] = concern ? repair[concern] : [null, null]
  const booked = r.chance(0.68)
  const fate = !booked || r.chance(0.88) ? 'comes' : r.chance(0.5) ? 'noShow' : 'cancels'
  const finding = r.chance(0.25) ? r.pick(FINDINGS) : null
  return {
    booked,
    active: r.chance(0.4),
    channel: r.pick(['phone', 'phone', 'wechat', 'store'] as const),
    at,
    fate,
    packages: concern ? [] : [r.pick(['A', 'A', 'A', 'B', 'B', 'C'])],
    concern,
    operation,
    parts: part ? [part] : [],
    wash: r.chance(0.8),
    finds: finding ? { ...finding, answer: r.chance(0.65) ? 'approve' : 'decline' } : null,
    failsInspection: r.chance(0.05),
    latePart: false,
    satisfaction: r.chance(0.72) ? 'verySatisfied' : r.chance(0.88) ? 'basicallySatisfied' : 'disappointed',
  }
}
