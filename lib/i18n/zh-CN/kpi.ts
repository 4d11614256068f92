import type en from '../en/kpi'

export default {
  title: '指标',
  lead: '全部由实际作业计算，无需填报。',
  period: '周期',
  days: (f) => `近 ${f.count} 天`,
  since: (f) => `自 ${f.day} 起。`,
  none: '暂无可计算的记录',
  counted: (f) => `${f.good} / ${f.all}`,
  waitDays: (f) => `平均 ${f.days} 天，目标少于 ${f.target} 天`,
  formula: '计算公式',
  suggestions: {
    title: '向客户的建议',
    lead: '按顾问统计：附理由的推荐项目与增项。',
    adviser: '服务顾问',
    offered: '提出',
    accepted: '接受',
    share: '接受率',
    declined: '未同意',
    deferred: '延期',
    worth: '金额',
    none: '这段时间没有提出建议。',
  },
  measures: {
    onTime: { name: '准时交车率', formula: '在承诺时间之前竣工的工单 ÷ 有承诺时间并已竣工的全部工单。' },
    greeted: { name: '及时接待率', formula: '到店后在规定秒数内（默认 15 秒）接待的车次 ÷ 全部已接待车次。' },
    firstTimeFix: {
      name: '一次修复率',
      formula: '店内无返工、回访未反映“未解决”的已交车工单 ÷ 全部已交车工单。',
    },
    answered: {
      name: '请求按时答复率',
      formula: '在规定时间（默认一小时，只计营业时间）内答复的请求 ÷ 已答复或已超时的全部请求。',
    },
    firstOffer: {
      name: '首个可约时间',
      formula:
        '提出预约到首个可约时间不足规定天数（默认 3 天）的预约 ÷ 全部新预约。首个可约时间在预约时查得。',
    },
    walkInsBooked: {
      name: '未预约客户后来预约率',
      formula: '未预约到店、其后该车又预约的到店次数 ÷ 全部未预约到店次数。',
    },
    verySatisfied: { name: '非常满意率', formula: '“非常满意” ÷ 评价与回访的全部回答；基本满意不等于忠诚。' },
  },
} satisfies typeof en
