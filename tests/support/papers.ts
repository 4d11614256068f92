import type { OrderFacts } from '@/lib/documents/order-paper'
import type { EstimateLine } from '@/lib/orders/estimate-content'

/** A name as long and as rare as names get: beyond GB 2312, in the extensions of Unicode, in an alphabet of its own. */
export const LONG_NAME =
  '欧阳𠮷㛃䶮喆·阿不都热依木·买买提明（上海某某国际物流供应链管理有限公司闵行分公司车队管理部）'

const TITLE = '检查制动系统，测量四轮制动片与制动盘厚度，清洁并润滑分泵导向销，必要时更换制动液（含路试）'
const TITLE_EN =
  'Inspect the brakes, measure pads and discs on all four wheels, clean and grease the guide pins'

const lineOf = (i: number): EstimateLine => ({
  position: i + 1,
  kind: 'operation',
  title: i % 7 === 3 ? TITLE : '更换发动机机油及机油滤清器',
  titleEn: i % 7 === 3 ? TITLE_EN : 'Change engine oil and filter',
  payer: i % 9 === 4 ? 'warranty' : 'customer',
  minutes: 90,
  labourFen: 30_000,
  partsFen: 42_000,
  discountFen: i % 5 === 2 ? 5000 : 0,
  totalFen: i % 5 === 2 ? 67_000 : 72_000,
  priceAfterInspection: i % 11 === 6,
  reason: '',
  parts: i % 3 ? [] : [
    { name: '机油滤清器 04152-YZZA6', nameEn: 'Oil filter 04152-YZZA6', quantityMilli: 1000, unitPriceFen: 4800, discountFen: 0, totalFen: 4800 },
    { name: '发动机油 0W-20 4L', nameEn: 'Engine oil 0W-20 4 l', quantityMilli: 4000, unitPriceFen: 8500, discountFen: 0, totalFen: 34_000 },
  ],
}) // prettier-ignore

const SIGNED = {
  by: '张伟',
  at: new Date('2026-11-22T02:05:00Z'),
  channel: 'tablet' as const,
  strokes: [
    { points: Array.from({ length: 60 }, (_, i) => ({ x: i * 4, y: 60 + 40 * Math.sin(i / 4) })) },
    { points: [{ x: 20, y: 110 }, { x: 230, y: 96 }] },
  ],
} // prettier-ignore

/** The facts of a repair order with so many lines; without lines it has nothing that can be missing. */
export function orderFacts(
  lines: number,
  { name = '张伟', signed = true, superseded = false } = {},
): OrderFacts {
  const some = lines > 0
  const all = Array.from({ length: lines }, (_, i) => lineOf(i))
  const sum = (of: (line: EstimateLine) => number) => all.reduce((total, line) => total + of(line), 0)
  const totalFen = sum((line) => line.totalFen)
  const taxFen = Math.round((totalFen * 13) / 113)
  return {
    hash: '3f1a'.repeat(16),
    superseded,
    voucherCode: signed ? 'K7XM93TW' : null,
    signature: signed ? SIGNED : null,
    content: {
      form: 'repair-order',
      formVersion: 1,
      no: 'RO20261122-0007',
      version: 2,
      type: 'maintenance',
      locale: 'zh-CN',
      dealership: { name: '八步丰田闵行店', nameEn: 'Babu Toyota Minhang', address: '上海市闵行区莘庄路 188 号', addressEn: '188 Xinzhuang Road, Minhang, Shanghai', phone: '02164001001' },
      customer: { name, phone: some ? '13800001111' : '' },
      owner: name,
      vehicle: { plate: '沪A12345', vin: some ? 'LFMA180C0L0123456' : '', brand: '一汽丰田', model: '卡罗拉 1.2T', odometerKm: some ? 42_310 : null },
      adviser: { name: some ? '李娜' : '', nameEn: some ? 'Li Na' : '' },
      problems: some ? ['冷启动时有异响，加速无力，伴随轻微抖动', '按计划保养'] : [],
      lines: all,
      totals: {
        labourFen: sum((line) => line.labourFen), partsFen: sum((line) => line.partsFen),
        discountFen: sum((line) => line.discountFen), totalFen, taxFen, taxBp: 1300,
      },
      terms: {
        promisedAt: some ? '2026-11-22T09:00:00Z' : null, promisedTo: lines > 3 ? '2026-11-22T10:30:00Z' : null,
        paymentMethod: some ? 'wechat' : null, oldParts: some ? 'takeAway' : null, wash: some ? true : null, deliveryExplained: some,
      },
      at: '2026-11-22T02:00:00Z',
    } as OrderFacts['content'],
  } // prettier-ignore
}

export const SETTING = {
  locale: 'zh-CN' as 'zh-CN' | 'en',
  timeZone: 'Asia/Shanghai',
  proof: {
    code: 'K7XM93TWACDEFHJK',
    address: 'https://babu.example.com/verify/K7XM93TWACDEFHJK',
  },
}
