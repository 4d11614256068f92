import { plusDays } from '@/lib/core/time'
import { savePackage } from '@/lib/catalogue/server/save-package'
import { setPackagePrice } from '@/lib/catalogue/server/set-price'
import { HEARD_BY } from '@/lib/customers/heard'
import { keepHeard } from '@/lib/customers/server/keep-heard'
import { addLabel, labelCustomer } from '@/lib/customers/server/labels'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { issueScript } from '@/lib/reminders/server/maintenance-rules'
import { makeContactPlan } from '@/lib/reminders/server/make-contact-plan'
import type { Shop } from './shop'

const SETTINGS = {
  'cost.juniorHourFen': '45',
  'cost.middleHourFen': '62',
  'cost.seniorHourFen': '85',
  'warranty.authorities': '一汽丰田 = 一汽丰田技术服务部',
} as const

/** Labels of the house, and how many customers there are for each that carries it. */
const LABELS: [name: string, every: number][] = [
  ['企业用车', 12],
  ['时间紧', 7],
  ['关注价格', 9],
  ['朋友介绍', 11],
]

/** What an hour of the workshop costs the house, and to whom its warranty cases are reported. */
export async function furnishHouse(shop: Shop) {
  for (const [key, text] of Object.entries(SETTINGS)) await changeSetting(shop.as('M01'), { key, text })
}

/** What is offered to who maintains often, and to who drives with a high-voltage battery. */
const OFFERS = [
  { setting: 'offer.frequentPackage', labour: '360', parts: '782', code: 'Y', name: '年度保养套餐', nameEn: 'Maintenance package of the year', description: '一年两次小保养', descriptionEn: 'Two oil services within a year', workClass: 'maintenance', skill: 'general', minGrade: 'junior', minutes: 80, bayKind: 'general', operationCodes: ['M001', 'M004'], partNos: ['P0001', 'P0002', 'P0003'], partQuantities: ['8', '2', '2'] },
  { setting: 'offer.newEnergyPackage', labour: '280', parts: '0', code: 'E', name: '高压电池检测', nameEn: 'High-voltage battery check', description: '电池健康度检测并出具报告', descriptionEn: 'State of health of the battery, with a report', workClass: 'diagnosis', skill: 'newEnergy', minGrade: 'senior', minutes: 60, bayKind: 'general', fuels: ['hybrid', 'electric'], operationCodes: ['E301'] },
] // prettier-ignore

async function offerByLabel(shop: Shop, today: string) {
  const manager = shop.as('M01')
  for (const { setting, labour, parts, ...offer } of OFFERS) {
    const { id: packageId } = await savePackage(manager, offer)
    await setPackagePrice(manager, { packageId, labour, parts, validFrom: today })
    await changeSetting(manager, { key: setting, text: offer.code })
  }
}

/** Cars of the one model that the maker calls back. */
const RECALLED = 8

/** The labels of the house on its customers, and a recall for cars that are known. */
export async function labelStory(shop: Shop, today: string) {
  const manager = shop.as('M01')
  const { dealershipId } = shop
  await offerByLabel(shop, today)
  const customers = await shop.inside((tx) =>
    tx.customer.findMany({
      where: { dealershipId, mergedIntoId: null },
      orderBy: { createdAt: 'asc' },
      select: { id: true },
    }),
  )
  for (const [label, every] of LABELS) {
    await addLabel(manager, { name: label })
    for (const [at, { id: customerId }] of customers.entries())
      if (at % every === every - 1) await labelCustomer(manager, { customerId, label, on: true })
  }
  for (const [at, { id: customerId }] of customers.entries())
    if (at % 2 === 0) await keepHeard(manager, { customerId, heardBy: HEARD_BY[(at / 2) % 5] })
  const cars = await shop.inside((tx) =>
    tx.vehicle.findMany({
      where: { dealershipId, model: 'RAV4荣放' },
      orderBy: { createdAt: 'desc' },
      take: RECALLED,
      select: { plate: true },
    }),
  )
  if (!cars.length) return
  await issueScript(manager, {
    code: 'RECALL',
    class: 'recall',
    issuer: 'manufacturer',
    title: '燃油泵召回通知',
    titleEn: 'Recall of the fuel pump',
    text: '您好，厂家对部分车辆的低压燃油泵实施召回，免费更换，约需一个半小时。请问您什么时候方便到店？',
    textEn: 'Good day, the maker recalls the low-pressure fuel pump of some cars. It is replaced free of charge in about one and a half hours. When may we expect you?',
  }) // prettier-ignore
  await makeContactPlan(manager, {
    name: '低压燃油泵召回',
    class: 'recall',
    channel: 'phone',
    source: 'manufacturer',
    fromOn: plusDays(today, -3),
    toOn: plusDays(today, 90),
    target: cars.length,
    scriptCode: 'RECALL',
    cars: cars.map(({ plate }) => plate).join('\n'),
  })
}
