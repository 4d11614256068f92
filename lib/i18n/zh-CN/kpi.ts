import type en from '../en/kpi'

export default {
  title: '指标',
  lead: '全部由实际作业计算，无需填报。',
  period: '周期',
  days: (f) => `近 ${f.count} 天`,
  since: (f) => `自 ${f.day} 起。`,
  none: '暂无可计算的记录',
  counted: (f) => `${f.good} / ${f.all}`,
  formula: '计算公式',
  measures: {
    onTime: { name: '准时交车率', formula: '在承诺时间之前竣工的工单 ÷ 有承诺时间并已竣工的全部工单。' },
    greeted: { name: '及时接待率', formula: '到店后在规定秒数内（默认 15 秒）接待的车次 ÷ 全部已接待车次。' },
    firstTimeFix: {
      name: '一次修复率',
      formula: '店内无返工、回访未反映“未解决”的已交车工单 ÷ 全部已交车工单。',
    },
    verySatisfied: { name: '非常满意率', formula: '“非常满意” ÷ 评价与回访的全部回答；基本满意不等于忠诚。' },
  },
} satisfies typeof en
