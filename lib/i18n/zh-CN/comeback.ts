import type en from '../en/comeback'

export default {
  title: (f) => `是否返修？近期修过同类问题：${f.groups}。`,
  since: (f) =>
    `于${f.day}交车（${f.days === 0 ? '今天' : `${f.days} 天前`}）${f.km ? `，此后行驶 ${f.km}` : ''}。`,
  handTo: (f) => `交给在岗最有经验的顾问${f.name}接待`,
  yes: '是返修',
  no: '不是返修',
  tied: '已关联首次委托书，并已通知服务经理。',
  notTied: '已记录：不是返修。',
  groups: {
    brakes: '制动',
    steering: '转向',
    suspension: '悬架',
    engine: '发动机',
    gearbox: '变速箱',
    electrical: '电气',
    airConditioning: '空调',
    tyres: '轮胎',
    body: '车身',
    leak: '渗漏',
    noise: '异响',
  },
} satisfies typeof en
