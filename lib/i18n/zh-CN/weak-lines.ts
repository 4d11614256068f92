import type en from '../en/weak-lines'

export default {
  title: '弱项分析',
  lead: '按项目归并维修工单，点数字查看对应工单。',
  by: '归并方式',
  byWork: '按作业',
  byComplaint: '按故障类别',
  model: '车型',
  plate: '车牌',
  show: '查看',
  group: '类别',
  counts: {
    orders: '工单',
    cars: '车辆',
    comebacks: '返修',
    additional: '增项',
    warranty: '质量担保',
  },
  formula:
    '含该类项目的工单和车辆；其中的返修工单；增项行数；质量担保行数。一行可归入多个故障类别，常规保养不归入故障类别；未同意和已取消的项目不计。',
  none: '这段时间没有项目。',
  noneHint: '请选择更长的时间，或更换车型、车辆。',
  rows: (f: { group: string; what: string }) => `${f.group}：${f.what}`,
  open: (f: { group: string; what: string; count: number }) => `${f.group}，${f.what} ${f.count}，查看工单`,
  close: '收起工单',
  number: '工单',
  when: '开单时间',
  lines: '项目',
} satisfies typeof en
