import type en from '../en/customer-figures'

export default {
  title: '客户指标',
  lead: '客户是否留存、复购、转介绍或流失：近十二个月，按已交车的到店计算。',
  visits: (f: { good: number; all: number }) => `${f.all} 辆车到店 ${f.good} 次`,
  toLost: '查看流失客户',
  figures: {
    retention: {
      name: '客户留存率',
      formula: () => '前一个十二个月到店、近十二个月再次到店的车辆 ÷ 前一个十二个月到店的车辆。',
    },
    repurchase: {
      name: '复购频次',
      formula: () => '近十二个月已交车的到店次数 ÷ 同期到店的车辆。',
    },
    referral: {
      name: '转介绍率',
      formula: () => '由客户推荐的新客户 ÷ 已记录得知途径的新客户。途径在客户档案中记录。',
    },
    firstService: {
      name: '首保率',
      formula: (f: { months: number; cycles: number }) =>
        `购车后在本店做过保养的车辆 ÷ 首保（购车后 ${f.months} 个月）已到期的新购车辆。`,
    },
    lost: {
      name: '流失率',
      formula: (f: { months: number; cycles: number }) =>
        `距上次保养超过 ${f.cycles} 个周期的车辆 ÷ 在本店做过服务的全部车辆，以最近一次夜间名单为准。`,
    },
  },
} satisfies typeof en
