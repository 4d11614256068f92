import type en from '../en/dispute'

export default {
  title: '客户反映物品丢失或损坏？',
  lead: '与客户一起对照来店时与交车时的状况。',
  came: '来店时（已签字）',
  goes: '交车时',
  noPhotosIn: '来店时没有记录标记或照片。',
  noPhotosOut: '签字后还没有照片，请现在拍摄。',
  stays: '留在车内的物品',
  nothingStayed: '没有登记留在车内的物品。',
  photo: (f) => `${f.time}的照片`,
  about: '反映内容',
  abouts: { loss: '物品丢失', damage: '物品或车辆损坏' },
  problem: '客户陈述',
  expectation: '客户期望',
  photosNow: '现场照片',
  open: '登记纠纷',
  opened: '已登记，由服务经理介入处理。',
  openOnes: '本次来店的纠纷',
  seeComplaint: (f) => `投诉 ${f.no}`,
  record: '接车记录',
  evidence: '纠纷照片',
} satisfies typeof en
