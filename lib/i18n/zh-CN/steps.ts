import type en from '../en/steps'

export default {
  CONTACT: {
    mark: '约',
    name: '预约',
    full: '主动关联',
    benefit: '保养到期我们先想到，您不错过、不排队。',
  },
  RECEPTION: {
    mark: '接',
    name: '接待',
    full: '互动接待',
    benefit: '和您一起环车检查，车况当面看清，不遗漏、不猜测。',
  },
  ORDER: {
    mark: '单',
    name: '制单',
    full: '制单报价',
    benefit: '项目、价格、时间先说清楚，您同意了再动手。',
  },
  LOUNGE: {
    mark: '候',
    name: '客休',
    full: '客休关怀',
    benefit: '您安心休息或去忙，爱车进度我们主动告诉您。',
  },
  REPAIR: {
    mark: '修',
    name: '维修',
    full: '派工维修',
    benefit: '由具备资质的技师施工，只做您确认过的项目。',
  },
  QC: {
    mark: '检',
    name: '质检',
    full: '品质检控',
    benefit: '由没有参与施工的质检员逐项检查。',
  },
  DELIVERY: {
    mark: '交',
    name: '交车',
    full: '交车结算',
    benefit: '当面展示结果，逐项解释费用，您满意再付款。',
  },
  FOLLOW_UP: {
    mark: '访',
    name: '回访',
    full: '跟踪维护',
    benefit: '交车后我们回访用车感受，对维修质量负责到底。',
  },
} satisfies typeof en
